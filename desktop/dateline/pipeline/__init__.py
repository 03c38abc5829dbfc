"""Let it flow: decide what is due, new or changed, and carry it out step by step."""
