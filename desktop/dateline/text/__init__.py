"""What can be said about a string. Knows nothing of news, storage or the window."""
