"""Read one text and state findings with the spans that prove them. Pure: no network, no database, no clock."""
