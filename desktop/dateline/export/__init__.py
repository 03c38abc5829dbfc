"""Take it out: files for other people and programs."""
