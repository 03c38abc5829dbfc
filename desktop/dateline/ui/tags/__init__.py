"""The user's tags: put on articles from a popup, and put in order in a dialog."""
