"""Where the files that ship with the package are."""

from __future__ import annotations

from pathlib import Path

__all__ = ["examples_folder", "ontology_folder"]

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _shipped(installed: str, in_checkout: str) -> Path:
    """Return the copy inside the wheel, or in a checkout the folder the wheel is made from."""
    folder = _PACKAGE / installed
    return folder if folder.is_dir() else _CHECKOUT / in_checkout


def ontology_folder() -> Path:
    """Return the folder with dossier.ttl, registers/ and questions/.

    >>> (ontology_folder() / "dossier.ttl").name
    'dossier.ttl'
    """
    return _shipped("_ontology", "ontology")


def examples_folder() -> Path:
    """Return the folder with the bundled example dossiers.

    >>> examples_folder().name in {"examples", "_examples"}
    True
    """
    return _shipped("_examples", "examples")
