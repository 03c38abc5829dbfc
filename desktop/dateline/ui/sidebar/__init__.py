"""The left pane: views, topics, people and outlets, each a filter that one click asks."""
