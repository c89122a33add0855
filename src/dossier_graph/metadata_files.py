"""What the publisher's files beside a paper say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

from dossier_graph.reading import UnreadablePaperError
from dossier_graph.reading.outline import NOTHING_STATED, Stated
from dossier_graph.sources import metadata_beside

__all__ = ["stated_beside"]

_RECORD_BYTES = 1_000_000  # the records of the publisher are a few thousand bytes


def stated_beside(paper: Path, contents: Callable[[Path], bytes]) -> tuple[Stated, tuple[str, ...]]:
    """Return what the metadata beside a paper says of it, and a clause on each such file that cannot be read.

    `contents` reads a file. A record named after the paper is its own; "metadata.xml" is when it gives the paper the
    number that the file is named by. Of two records the first goes before the second.
    """
    said = NOTHING_STATED
    remarks: list[str] = []
    for path in metadata_beside(paper):
        from dossier_graph.reading.markup.metadata import read_metadata

        try:
            if (size := path.stat().st_size) > _RECORD_BYTES:
                raise UnreadablePaperError(f"is too large for the record of a paper ({size:,} bytes); get it again")
            record = read_metadata(contents(path))
        except (UnreadablePaperError, OSError) as error:
            remarks.append(f"its metadata was left out: {path.name} {error}")
            continue
        if path.name.startswith(f"{paper.stem}.") or record.number == paper.stem:
            said = _filled(said, record)
    return said, tuple(remarks)


def _filled(first: Stated, second: Stated) -> Stated:
    """Return what a record says, filled up with what another says of the same paper."""
    empty = {one.name: getattr(second, one.name) for one in fields(Stated) if not getattr(first, one.name)}
    return replace(first, **empty)
