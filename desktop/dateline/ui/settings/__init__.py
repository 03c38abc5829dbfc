"""The Settings dialog, one page a subject. All holds at once but the language, which holds from the next start."""
