"""The parties of the chambers, as papers write them."""

from __future__ import annotations

__all__ = ["IN_CAPITALS", "PARTIES"]

IN_CAPITALS = frozenset({"VVD", "PVV", "CDA", "SP", "D66", "BBB", "NSC", "SGP", "JA21", "FVD", "DENK"})
"""Abbreviations: in a title too these are written in capitals."""

PARTIES = IN_CAPITALS | {
    "PvdA", "GroenLinks", "ChristenUnie", "Volt", "PvdD", "50PLUS", "GroenLinks-PvdA", "GL-PvdA",
}  # fmt: skip
