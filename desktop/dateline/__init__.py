"""Dateline: a desktop reader for people who follow how the United States and China compete over AI."""

__version__ = "0.1.0"
