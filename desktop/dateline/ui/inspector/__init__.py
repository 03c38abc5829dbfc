"""The inspector: what analysis found in the open article, tab by tab."""
