"""The namespaces of ODT files, as lxml puts them in front of names."""

from __future__ import annotations

__all__ = ["DRAW", "FO", "MANIFEST", "META", "OFFICE", "STYLE", "TABLE", "TEXT"]

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
DRAW = _NAMESPACE.format("drawing")
FO = _NAMESPACE.format("xsl-fo-compatible")
MANIFEST = _NAMESPACE.format("manifest")
META = _NAMESPACE.format("meta")
OFFICE = _NAMESPACE.format("office")
STYLE = _NAMESPACE.format("style")
TABLE = _NAMESPACE.format("table")
TEXT = _NAMESPACE.format("text")
