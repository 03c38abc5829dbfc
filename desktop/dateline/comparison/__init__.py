"""Read across articles: same event, same quote, who had it first. Pure."""
