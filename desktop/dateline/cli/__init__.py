"""Dateline without a window: one file a family of verbs. Answers go to stdout, everything said about them to stderr."""
