"""A citation of a document, with the places of its parts."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from kehoach_cli.checks.corpus import Item
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.dates import PartialDate
from kehoach_cli.vietnamese.so_ky_hieu import SoKyHieu, parse_so_ky_hieu
from kehoach_cli.vietnamese.unreadable import Unreadable


class Part(Values):
    """A stretch of a text. `given`: its place where it is no stretch of the corpus."""

    text: str
    start: int = -1
    end: int = -1
    item: Item | None = None
    given: Span | None = None

    @property
    def span(self) -> Span:
        """Its place in the file."""
        if self.given is not None or self.item is None:
            return self.given  # type: ignore[return-value]
        return self.item.span(self.start, self.end)

    def moved(self, item: Item) -> "Part":
        """The same stretch of an equal text that stands elsewhere."""
        by = item.start - self.item.start if self.item else 0
        return Part(self.text, self.start + by, self.end + by, item)


class Mention:
    """A citation. `loai`: its type as the table spells it; `so`: the word "số" before the number.

    `number` is None for a law told by its name alone (`ten`). `basis`: the legal basis that this
    document is, None in running text and inside the subject of another. `ngay` is None also where
    no calendar has the day that `date` says.
    """

    so: Part | None = None
    date: Part | None = None
    ngay: PartialDate | None = None
    issuer: Part | None = None
    tail: str = ""
    basis: CanCu | None = None

    def __init__(
        self,
        item: Item,
        start: int,
        end: int,
        number: Part | None = None,
        loai: str | None = None,
        ten: str = "",
    ) -> None:
        self.item, self.start, self.end = item, start, end
        self.number, self.loai, self.ten = number, loai, ten

    def moved(self, item: Item) -> "Mention":
        """The same citation in an equal text that stands elsewhere, and in no basis."""
        by = item.start - self.item.start
        number = self.number and self.number.moved(item)
        made = Mention(item, self.start + by, self.end + by, number, self.loai, self.ten)
        made.so, made.date = self.so and self.so.moved(item), self.date and self.date.moved(item)
        made.ngay, made.tail = self.ngay, self.tail
        made.issuer = self.issuer and self.issuer.moved(item)
        return made

    @property
    def _read(self) -> tuple[SoKyHieu | None, str | None]:
        return _read(self.number.text if self.number else "")

    @property
    def parsed(self) -> SoKyHieu | None:
        """The number taken apart, None where it is misspelt."""
        return self._read[0]

    @property
    def right(self) -> str | None:
        """The likely right spelling of a number that is misspelt."""
        return self._read[1]

    @cached_property
    def sign(self) -> SoKyHieu | None:
        """The number taken apart, as it should be spelt."""
        return self.parsed or (parse_so_ky_hieu(self.right) if self.right else None)

    @property
    def year(self) -> int | None:
        """The year of the document, from its number or its date."""
        if self.sign is not None and self.sign.year:
            return self.sign.year
        return self.ngay.year if self.ngay else None

    @property
    def printed(self) -> str:
        """How a message calls it."""
        number = f"số {self.number.text}" if self.number else ""
        return self.ten or f"{self.loai or 'văn bản'} {number}"

    @property
    def span(self) -> Span:
        """The place of its number, of a law its name."""
        return self.number.span if self.number else self.item.span(self.start, self.end)


@lru_cache(maxsize=2**12)
def _read(number: str) -> tuple[SoKyHieu | None, str | None]:
    """A number taken apart; else its likely right spelling."""
    try:
        return parse_so_ky_hieu(number), None
    except Unreadable as error:
        return None, next(iter(error.choices), None)


def signed(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, SoKyHieu]]:
    """The citations by number, each with its number taken apart, as it should be spelt."""
    return ((mention, mention.sign) for mention in mentions if mention.sign is not None)
