"""The filter bar: one field whose conditions stand as chips or as text, both editable."""
