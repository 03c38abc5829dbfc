"""Keep it: the SQLite library. The only floor that meets the database."""
