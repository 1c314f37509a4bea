"""Every full date in a plan's texts, as typed."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.values import Values

_WORDS = " tháng "
_YEARS = ("/19", "/20")


class DateMention(Values):
    """A date by its digits as typed; `in_words`: "ngày 29 tháng 6 năm 2006", not 29/6/2006.

    `value`: the day, None where no calendar has it.
    """

    start: int
    end: int
    day: str
    month: str
    year: str
    in_words: bool
    value: date | None

    def padded(self) -> str:
        """As typed, with the zero before days below 10 and the months 1 and 2."""
        day, month = self.day.zfill(2), self.month
        return self._typed(day, month.zfill(2) if int(month) <= 2 else month)

    def unpadded_month(self) -> str:
        """As typed, without a zero before the months 3 to 9."""
        return self._typed(self.day, self.month.lstrip("0") if int(self.month) > 2 else self.month)

    def _typed(self, day: str, month: str) -> str:
        if self.in_words:
            return f"{day} tháng {month} năm {self.year}"
        return f"{day}/{month}/{self.year}"


def dates_in(corpus: Corpus) -> list[DateMention]:
    """The dates in order of place. Each is looked for around a sign that few other texts have."""
    text = corpus.text
    found: list[DateMention] = []
    if any(year in text for year in _YEARS):
        found += _figures(text)
    if _WORDS in text:
        found += _in_words(text)
    return sorted(found, key=lambda found: found.start)


def _figures(text: str) -> Iterator[DateMention]:
    before = re.compile(r"(?<![\w/.,-])([0-9]{1,2})/([0-9]{1,2})$")
    for year in re.finditer(r"/((?:19|20)[0-9]{2})(?![0-9/]|[-.][0-9A-Z]|[-.]Đ)", text):
        start = max(0, year.start() - 6)
        match = before.search(text, start, year.start())
        if match:
            yield _made(match.start(), year.end(), (match[1], match[2], year[1]), False)


def _in_words(text: str) -> Iterator[DateMention]:
    for match in re.finditer(r" tháng ([0-9]{1,2}) năm ([0-9]{4})(?![0-9])", text):
        day = re.search(r"(?<!\w)[0-9]{1,2}$", text[max(0, match.start() - 3) : match.start()])
        if day:
            start = match.start() - len(day[0])
            yield _made(start, match.end(), (day[0], match[1], match[2]), True)


def _made(start: int, end: int, digits: tuple[str, str, str], in_words: bool) -> DateMention:
    day, month, year = digits
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        value = None
    return DateMention(start, end, day, month, year, in_words, value)
