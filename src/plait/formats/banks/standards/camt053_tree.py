"""An XML element as a reader wants it: children by their plain names, text by path."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from lxml.etree import _Element


class Tree:
    """An element whose children are named without their namespace.

    A path leads through the first child of each name. The children are listed once,
    since an entry is asked for a dozen and each search costs as much as the list.
    """

    __slots__ = ("_children", "_element", "_space", "name")

    def __init__(self, element: "_Element") -> None:
        space, brace, self.name = element.tag.rpartition("}")
        self._space = space + brace
        self._element = element
        self._children: dict[str, _Element] = {}
        for child in element:
            self._children.setdefault(child.tag, child)

    def has(self, name: str) -> bool:
        """Return whether there is a child of that name."""
        return self._find(name) is not None

    def all(self, *path: str) -> Iterator[Self]:
        """Yield every child that the path ends with."""
        return map(type(self), self._ends(path))

    def texts(self, *path: str) -> list[str]:
        """Return the text of every child that the path ends with, empty ones not."""
        return [flat for child in self._ends(path) if (flat := _flat(child))]

    def text(self, *path: str) -> str:
        """Return the text at the path on one line, empty if there is none."""
        found = self._find(*path)
        return "" if found is None else _flat(found)

    def attribute(self, name: str, *path: str) -> str:
        """Return an attribute of what is at the path, empty if it is not there."""
        found = self._find(*path)
        return "" if found is None else found.get(name) or ""

    def _ends(self, path: tuple[str, ...]) -> "Iterator[_Element]":
        parent = self._find(*path[:-1])
        return (
            iter(()) if parent is None else parent.iterchildren(self._space + path[-1])
        )

    def _find(self, *path: str) -> "_Element | None":
        if not path:
            return self._element
        found = self._children.get(self._space + path[0])
        for name in path[1:]:
            if found is None:
                return None
            found = next(found.iterchildren(self._space + name), None)
        return found


def _flat(element: "_Element") -> str:
    text = element.text
    return " ".join(text.split()) if text else ""
