"""Bring the outside in: fetching, feeds, listings, pages. The only floor that meets the network or a foreign format."""
