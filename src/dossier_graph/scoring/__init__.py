"""How well a set of annotated papers is read: precision and recall by kind, of the records that `extract` prints."""

from __future__ import annotations

from dossier_graph.scoring.gold import GoldError, GoldPaper, read_gold
from dossier_graph.scoring.measure import Count, Finding, Score, measure

__all__ = ["Count", "Finding", "GoldError", "GoldPaper", "Score", "measure", "read_gold"]
