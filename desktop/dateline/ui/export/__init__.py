"""Handing articles over from the window."""
