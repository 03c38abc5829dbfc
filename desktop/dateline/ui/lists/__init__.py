"""Reading lists: the popup that fills them, and the screen of one list beside the reader."""
