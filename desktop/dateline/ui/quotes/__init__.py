"""The ledger of statements."""
