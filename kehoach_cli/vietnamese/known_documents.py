"""Documents that plans often cite: true number, name, issuer and date, and when they hold.

The facts stand in lists/documents.txt, each with its source and the month up to which it was looked
into. A fact that is not sure is left out, or told in words in `chua_ro`.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from kehoach_cli.annotations import Any
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.text import fold


class KnownDocument(Values):
    """A document. `ten`: a law's full name, else how its subject begins.

    `tu`, `den`: the first and the last day on which it holds; `giai_doan_den`: the last year of
    the period it is for; `chua_ro`: what is not clear of its force.
    """

    so_ky_hieu: str
    loai: str = ""
    ten: str = ""
    co_quan: str = ""
    ngay: date | None = None
    tu: date | None = None
    den: date | None = None
    thay_bang: str = ""
    giai_doan_den: int | None = None
    chua_ro: str = ""
    nguon: str = ""
    as_of: str = ""

    @property
    def year(self) -> int | None:
        """The year it is of: of its date, else the one that its number names."""
        if self.ngay is not None:
            return self.ngay.year
        named = self.so_ky_hieu.split("/")[1:2]
        return int(named[0]) if named and named[0].isdigit() else None

    @property
    def subject(self) -> str:
        """Its subject in a form to be compared."""
        return subject(self.ten)


@cache
def known_documents() -> dict[str, KnownDocument]:
    """Every document of the register by its number."""
    return {row[0]: _document(row) for row in entries("documents")}


def laws_by_name(documents: Iterable[KnownDocument]) -> dict[str, list[KnownDocument]]:
    """The laws by their names in small letters; one name may have been given twice."""
    found: dict[str, list[KnownDocument]] = {}
    for document in documents:
        if document.loai == "Luật" and document.ten:
            found.setdefault(document.ten.casefold(), []).append(document)
    return found


def subject(text: str) -> str:
    """What a document is about, for comparing: no opening word, no quotes, no abbreviation."""
    plain = fold(text.replace("“", "").replace("”", "").replace('"', ""))
    for opening in ("ve viec ", "ve ", "v/v "):
        plain = plain.removeprefix(opening)
    return plain.replace("cntt", "cong nghe thong tin").replace("tthc", "thu tuc hanh chinh")


def _document(row: Iterable[str]) -> KnownDocument:
    given = zip(KnownDocument.declared(), row, strict=True)
    return KnownDocument(**{key: _value(key, text) for key, text in given if text})


def _value(key: str, text: str) -> Any:
    if key in ("ngay", "tu", "den"):
        return date.fromisoformat(text)
    return int(text) if key == "giai_doan_den" else text
