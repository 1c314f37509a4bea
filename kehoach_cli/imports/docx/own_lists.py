"""The names that kehoach gives to the lists of its Word files."""

from typing import Any

from kehoach_cli.document.docx.numbering import WORD_LEVELS
from kehoach_cli.imports.docx.package import NS, said
from kehoach_cli.imports.pages.scheme_marks import UNSAID, Stand, stand_at
from kehoach_cli.patterns import pattern

_LIST = pattern(r"\d{1,6}:(?P<first>\d{1,3})-(?P<last>\d{1,3}):(?P<scheme>.+)")


class ListNames:
    """The lists of a Word file by the names that the writer gives them."""

    def __init__(self, numbering: Any) -> None:
        self._names: dict[str, str] = {}
        if numbering is None:
            return
        names = {
            one.get(f"{NS}abstractNumId", ""): said(one, "name") or ""
            for one in numbering.iter(f"{NS}abstractNum")
        }
        for one in numbering.iter(f"{NS}num"):
            name = names.get(said(one, "abstractNumId") or "", "")
            self._names[one.get(f"{NS}numId", "")] = name

    @property
    def all_count(self) -> bool:
        """Whether no number is typed: lists are named, and none is too deep for Word."""
        found = [match for name in self._names.values() if (match := _LIST.fullmatch(name))]
        return bool(found) and all(m["scheme"].count("/") < WORD_LEVELS for m in found)

    def stand(self, number: str, place: int) -> Stand:
        """The level of a place of a list: letters past the first may have places of their own."""
        match = _LIST.fullmatch(self._names.get(number, ""))
        if match is None:
            return UNSAID
        return stand_at(match["scheme"], min(int(match["first"]) + place, int(match["last"])))
