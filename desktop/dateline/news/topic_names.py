"""What the topics are called where the window does not speak: in documents, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "us-china-ai": "US–China AI",
        "export-controls": "Export controls",
        "chips": "Chips",
        "models": "Models",
        "open-source": "Open-source models",
        "compute-energy": "Compute & energy",
        "investment": "Investment",
        "talent": "Talent",
        "regulation": "Regulation",
        "security": "Security",
        "data-platforms": "Data & platforms",
        "supply-chain": "Supply chain",
        "trade-diplomacy": "Trade & diplomacy",
    }
)
_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "us-china-ai": "中美人工智能",
        "export-controls": "出口管制",
        "chips": "芯片",
        "models": "模型",
        "open-source": "开源模型",
        "compute-energy": "算力与能源",
        "investment": "投资",
        "talent": "人才",
        "regulation": "监管",
        "security": "安全",
        "data-platforms": "数据与平台",
        "supply-chain": "供应链",
        "trade-diplomacy": "贸易与外交",
    }
)


def topic_names(language: str) -> Mapping[str, str]:
    """Return the topics' names by id; any language but Chinese is English."""
    return _CHINESE if language.startswith("zh") else _ENGLISH
