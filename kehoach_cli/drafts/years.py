"""Years of one period moved to another, in words, in names of values and in columns."""

import re
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.periods import Period

_FIGURES = "(?:19|20)[0-9]{2}"
_YEAR = rf"(?<![0-9/.,_-])(?P<year>{_FIGURES})(?![0-9/]|[.,][0-9])"
_LAST = rf"(?P<last>{_FIGURES})(?![0-9/])"
_SAID = pattern(
    r"(?i)(?P<before>(?:tháng\s+[0-9]{1,2}\s+|quý\s+[ivx0-9]+\s+)?)"
    rf"(?P<word>năm|giai đoạn|thời kỳ|nhiệm kỳ)\s+{_YEAR}"
    rf"(?:(?P<to>\s*(?:-|–|đến|và|,)\s*(?:năm\s+)?){_LAST})?"
)
_BARE = pattern(rf"(?<!năm )(?<!NĂM )(?<!Năm ){_YEAR}(?:(?P<to>\s*[-–]\s*){_LAST})?")
_DUE = pattern(
    r"(?i)(?:(?:trước|chậm nhất|muộn nhất|hạn)\s+(?:là\s+)?(?:(?:trước|vào)\s+)?"
    r"(?:(?:ngày\s+)?[0-9]{1,2}\s*(?:/|-|tháng)\s*[0-9]{1,2}|tháng\s+[0-9]{1,2})"
    r"|trong\s+tháng\s+[0-9]{1,2}|quý\s+(?:[ivx]+|[1-4])(?:\s*(?:,|-|–|và)\s*(?:[ivx]+|[1-4])){0,3})"
    rf"\s*(?:/|-|năm)\s*(?P<year>{_FIGURES})(?![0-9/])"
)
"""When work is due: what a date of a document never stands behind."""
_ANY = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NAMED = pattern(r"(?<=nam_)(?:19|20)[0-9]{2}(?![0-9])|(?<=\.)(?:19|20)[0-9]{2}(?![0-9])")
_PIECE = pattern(r"\{\{[^{}]*\}\}")
_OWN_NAME = "khac."
_SUM = pattern(r"(?<![\w.])tong(?P<terms>(?:\.\w+)*)")
_MONEY = pattern(r"(?<![\w.])von(?P<terms>(?:\.\w+)*)(?![\w.-])|(?<![\w.])tong_kinh_phi(?![\w.])")
_STATED = pattern(r"\s*\|\s*ghi\s*\([^)]*\)")
_TIMES = pattern(r"\.(?:nam_)?(?:19|20)[0-9]{2}")


class Move(NamedTuple):
    """From the years of one period, and of the one before it, to those of another.

    `measures`: names of money without a time get the new one, but for these measures; None: they
    stay, as no past money is in the plan. `total`: so does `tong_kinh_phi`.
    """

    old: Period
    new: Period
    measures: frozenset[str] | None = None
    total: bool = False

    @property
    def time_name(self) -> str:
        """The new period as names of values have it: nam_2019, nam_2021_2025."""
        return "_".join(["nam", *_ends(self.new)])

    def period(self, one: Period) -> str:
        """A period in words: "năm 2019", "giai đoạn 2021-2025"."""
        return f"{'giai đoạn' if len(one.years) > 1 else 'năm'} {'-'.join(_ends(one))}"

    def names_old(self, text: str) -> bool:
        """Whether a text names a year of the old period."""
        return any(int(year) in self.old.years for year in _ANY.findall(text))

    @property
    def step(self) -> int:
        """How many years everything moves."""
        return self.new.start - self.old.start

    def moves(self, year: int) -> bool:
        """Whether a year is of the old period or of the one before it."""
        length = len(self.old.years)
        return self.old.start - length <= year <= self.old.end

    def year(self, text: str) -> str:
        """A year after the move."""
        return str(int(text) + self.step) if self.moves(int(text)) else text

    def words(self, text: str) -> str:
        """A text with its years moved: "năm 2014", "giai đoạn 2016-2020", names of values.

        Years of dates and of numbers of documents stay, but for when work is due.
        """
        moved = _DUE.sub(self._one, _SAID.sub(self._said, text))
        return _PIECE.sub(lambda piece: self.names(piece[0]), moved)

    def due(self, text: str) -> list[str]:
        """When work is due in a text, of the times in the new period."""
        found = _DUE.finditer(text)
        new = self.new.years
        return [" ".join(match[0].split()) for match in found if int(match["year"]) in new]

    def heading(self, text: str) -> str:
        """A title or the head of a column: also years that stand alone."""
        parts = _PIECE.split(text)
        pieces = [self.names(piece) for piece in _PIECE.findall(text)]
        moved = [_SAID.sub(self._said, _BARE.sub(self._both, part)) for part in parts]
        return "".join(part + piece for part, piece in zip(moved, [*pieces, ""], strict=True))

    def time(self, text: str) -> str:
        """A time as tables have it: "Quý II/2014", "12/2014"."""
        return _ANY.sub(lambda match: self.year(match[0]), text)

    def names(self, text: str) -> str:
        """Names of values: tong.nam_2014, von.2014.tong; fields that the author named stay.

        A figure that was stated of the old period (`| ghi("26.162")`) goes.
        """
        if _OWN_NAME in text:
            return text
        moved = _NAMED.sub(lambda match: self.year(match[0]), _STATED.sub("", text))
        if self.measures is None:
            return moved
        pattern_of = _SUM if "{{" in text else _MONEY
        return pattern_of.sub(self._timed, moved)

    def _timed(self, match: re.Match[str]) -> str:
        """The name of money with the new time, unless it has one or is no money of the period."""
        terms = match["terms"]
        if terms is None:
            return f"von.{'-'.join(_ends(self.new))}" if self.total else match[0]
        if _TIMES.search(terms) or set(terms.split(".")) & (self.measures or set()):
            return match[0]
        head = match[0].partition(".")[0]
        time = self.time_name if head == "tong" else "-".join(_ends(self.new))
        return f"{head}.{time}{terms.removesuffix('.tong')}"

    def _said(self, match: re.Match[str]) -> str:
        return match[0] if match["before"] else self._both(match)

    def _one(self, match: re.Match[str]) -> str:
        """The match with its year moved."""
        return match[0].removesuffix(match["year"]) + self.year(match["year"])

    def _both(self, match: re.Match[str]) -> str:
        """The match with its year, or its first and last one, moved."""
        text = match[0]
        for part in ("last", "year"):
            if match[part]:
                start, end = (at - match.start() for at in match.span(part))
                text = text[:start] + self.year(match[part]) + text[end:]
        return text


def _ends(period: Period) -> list[str]:
    """The first and last year of a period; of one year that year."""
    return [str(year) for year in dict.fromkeys((period.start, period.end))]
