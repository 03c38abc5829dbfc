"""The ids of the product's own topics; apart from findings, because what is painted first needs no more than these."""

from __future__ import annotations

UMBRELLA = "us-china-ai"

#: Every topic of the product, umbrella first; the ids are a public contract.
TOPICS: tuple[str, ...] = (
    UMBRELLA,
    "export-controls",
    "chips",
    "models",
    "open-source",
    "compute-energy",
    "investment",
    "talent",
    "regulation",
    "security",
    "data-platforms",
    "supply-chain",
    "trade-diplomacy",
)
