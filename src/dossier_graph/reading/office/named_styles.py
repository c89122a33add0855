"""Styles by name, each with what it inherits from others."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["NamedStyles", "is_title"]

Name = TypeVar("Name", bound=Hashable)
StyleType = TypeVar("StyleType", bound="DataclassInstance")

_TITLES = {"title", "titel"}


class NamedStyles(Generic[Name, StyleType]):
    """Styles whose fields are None where they say nothing, and the names of those that they inherit from.

    Styles that inherit from each other in a circle inherit nothing. `nothing` is the style that says nothing.
    """

    def __init__(self, own: Mapping[Name, StyleType], parents: Mapping[Name, Name], nothing: StyleType) -> None:
        self._own = own
        self._parents = parents
        self._nothing = nothing
        self._whole: dict[Name, StyleType] = {}

    def of(self, name: Name) -> StyleType:
        """Return a style with what it inherits; nothing is said by one that does not exist."""
        chain: dict[Name, None] = {}  # in the order in which they inherit
        at: Name | None = name
        while at is not None and at in self._own and at not in self._whole and at not in chain:
            chain[at] = None
            at = self._parents.get(at)
        whole = self._nothing if at is None else self._whole.get(at, self._nothing)
        circle = at is not None and at in chain
        for one in reversed(chain):
            whole = self._own[one] if circle else _inheriting(self._own[one], whole)
            self._whole[one] = whole
            circle = circle and one != at
        return whole


def is_title(name: str) -> bool:
    """Tell whether a style of this name is that of the title of a paper.

    >>> is_title("Title"), is_title("Subtitle")
    (True, False)
    """
    return name.casefold() in _TITLES


def _inheriting(own: StyleType, parent: StyleType) -> StyleType:
    said = {one.name: value for one in fields(own) if (value := getattr(own, one.name)) is not None}
    return replace(parent, **said)
