"""The middle pane: pulse, list head and cards of every article that the filter lets through."""
