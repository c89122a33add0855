"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dossier_graph.errors import DossierGraphError

__all__ = ["OutputError", "prepare_folder", "write_whole"]


class OutputError(DossierGraphError):
    """The output cannot be written; says where, why and what to do."""


def prepare_folder(folder: Path) -> None:
    """Make the output folder if it is not there, and try whether it can be written in.

    Raises:
        OutputError: it cannot.

    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{folder}: cannot be written in ({reason}); name another output folder with -o") from None


def write_whole(path: Path, text: str) -> None:
    """Write a text as UTF-8 with plain line ends, under another name first and then moved into place.

    Raises:
        OutputError: the file cannot be written; what stood there before still does.

    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); free some space or choose another folder"
        ) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); free some space or choose another folder"
        ) from None
