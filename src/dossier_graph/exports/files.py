"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dossier_graph.errors import DossierGraphError

__all__ = ["OutputError", "check_folder", "write_whole"]


class OutputError(DossierGraphError):
    """The output cannot be written; says where, why and what to do."""


def check_folder(folder: Path) -> None:
    """Try whether files can be written in a folder, or the folder can be made; nothing stays behind.

    Raises:
        OutputError: they cannot.

    """
    try:
        place = folder.absolute()
        while not place.exists():
            place = place.parent
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{folder}: cannot be written in ({reason}); name another output folder with -o") from None


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write texts as UTF-8 with plain line ends: all under other names first, then moved into place.

    Raises:
        OutputError: one of them cannot be written; what stood there before still does.

    """
    written: dict[Path, Path] = {}
    path = Path()
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            written[path] = Path(name)
            # a file name that is no UTF-8 has surrogates, which JSON writes as \udcff
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
            written[path].chmod(0o644)
        for path, whole in written.items():
            whole.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{path}: cannot be written ({reason}); free some space or choose another folder") from None
    finally:
        for whole in written.values():
            whole.unlink(missing_ok=True)
