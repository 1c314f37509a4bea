"""The numbers that Word itself makes, as they show on the page."""

import re
from typing import Any

from kehoach_cli.imports.docx.package import NS, said, whole
from kehoach_cli.imports.outline.labels import numbered
from kehoach_cli.patterns import pattern

_SLOT = pattern(r"%([1-9])")
_DEEPEST = 9
_MOST = 32_767  # the largest number that Word counts from
_FIRST, _SECOND = "-", "+"
_PLUS = ("+", "o", "○")


class Numbers:
    """The lists of a document, counted as its paragraphs come."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for list_ in root.iter(f"{NS}abstractNum"):
            levels = {whole(one.get(f"{NS}ilvl")): one for one in list_.findall(f"{NS}lvl")}
            self._levels[list_.get(f"{NS}abstractNumId", "")] = levels
        for one in root.iter(f"{NS}num"):
            key = one.get(f"{NS}numId", "")
            self._abstract[key] = said(one, "abstractNumId") or ""
            for override in one.findall(f"{NS}lvlOverride"):
                start = said(override, "startOverride")
                if start:
                    self._starts[key, whole(override.get(f"{NS}ilvl"))] = whole(start, _MOST)

    def by_style(self) -> dict[str, tuple[str, int]]:
        """The list and level that each paragraph style is tied to."""
        return {
            style: (key, level)
            for key, abstract in self._abstract.items()
            for level, element in self._levels.get(abstract, {}).items()
            if (style := said(element, "pStyle"))
        }

    def label(self, key: str, level: int) -> str:
        """The number of the next paragraph of a list; "" for none."""
        abstract = self._abstract.get(key)
        levels = self._levels.get(abstract or "", {})
        element = levels.get(level)
        if abstract is None or element is None or not 0 <= level < _DEEPEST:
            return ""
        if said(element, "numFmt") == "bullet":
            return _SECOND if level and self._is_plus(element) else self._bullet(element)
        self._count(abstract, key, level, element)
        return self._shown(abstract, levels, element)

    def _is_plus(self, element: Any) -> bool:
        return (said(element, "lvlText") or "") != _FIRST

    def _bullet(self, element: Any) -> str:
        return _SECOND if said(element, "lvlText") in _PLUS else _FIRST

    def _count(self, abstract: str, key: str, level: int, element: Any) -> None:
        counts = self._counts.setdefault(abstract, [None] * _DEEPEST)
        restart = self._starts.pop((key, level), None)
        before = counts[level]
        start = said(element, "start")
        first = whole(start, _MOST) if start else 1
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = first if before is None else before + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level - 1)

    def _shown(self, abstract: str, levels: dict[int, Any], element: Any) -> str:
        counts = self._counts[abstract]

        def slot(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            count = counts[level]
            shape = said(levels[level], "numFmt") if level in levels else "decimal"
            return numbered(1 if count is None else count, shape or "decimal")

        return _SLOT.sub(slot, said(element, "lvlText") or "").strip()
