"""The values of the trade: frozen dataclasses without behaviour beyond themselves. Anyone above may use them."""
