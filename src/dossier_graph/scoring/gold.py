"""Annotated papers on disk: one JSON file each, with the paper it is of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier_graph.errors import DossierGraphError

__all__ = ["GoldError", "GoldPaper", "read_gold"]

_LISTS = ("citations", "responsibility", "dates", "footnotes")


class GoldError(DossierGraphError):
    """An annotation file that cannot be used; says which, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """An annotated paper: its name, the file it is of, and the annotations by list, as the JSON has them."""

    name: str
    source: Path
    annotations: Mapping[str, list[dict[str, Any]]]


def read_gold(folder: Path, root: Path | None = None) -> Iterator[GoldPaper]:
    """Yield the annotated papers of a folder, in the order of their names.

    `source_file` of an annotation is relative to `root`, by default the folder above. JSON files without a list of
    citations are none of ours and passed over.

    Raises:
        GoldError: a file is no JSON, or its paper is not there.

    """
    root = folder.resolve().parent if root is None else root
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "there is no such folder"
        raise GoldError(f"{folder}: {what}; name the folder with the annotations (*.json)")
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise GoldError(f"{path}: is no JSON that can be read ({error}); mend or remove it") from None
        if not isinstance(content, dict) or "citations" not in content:
            continue
        source = root / str(content.get("source_file", ""))
        if not source.is_file():
            raise GoldError(f"{path}: its paper {source} is not there; give the folder it lies under with --root")
        lists = {name: list(content.get(name, [])) for name in _LISTS}
        yield GoldPaper(path.stem, source, lists)
