"""Years and spans of years that a text names as its own time: "năm 2014", "giai đoạn 2016-2020"."""

from collections.abc import Iterator

from kehoach_cli.patterns import pattern

_YEAR = r"(?:19|20)[0-9]{2}"
_SPAN = pattern(
    rf"(?<!\w)(?P<word>[Nn]ăm|[Gg]iai đoạn|[Tt]hời kỳ|NĂM|GIAI ĐOẠN|THỜI KỲ)\s+(?P<first>{_YEAR})"
    rf"(?:\s*(?:-|–|đến|,|và)\s*(?:năm\s+)?(?P<last>{_YEAR}))?(?![0-9])"
)
_ROMAN = ("I", "II", "III", "IV")
_NOT_ITS_OWN = (
    *("đến", "Đến", "hết", "tầm nhìn", "định hướng", "nhiệm kỳ", "từ", "trước"),
    *(f"tháng {month}" for month in range(1, 13)),
    *(f"tháng 0{month}" for month in range(1, 10)),
    *(f"quý {number}" for number in (*_ROMAN, *"1234")),
    *(f"Quý {number}" for number in (*_ROMAN, *"1234")),
)
_OF_ANOTHER = (
    *("nghị quyết", "đề án", "chương trình", "chiến lược", "quyết định số", "kế hoạch số"),
    *("chỉ thị", "quy hoạch"),
)


class YearsMention:
    """First and last year, both counted in; `start` and `end`: the figures in the text."""

    def __init__(self, first: int, last: int, start: int, end: int) -> None:
        self.first, self.last, self.start, self.end = first, last, start, end


def years_in(text: str) -> Iterator[YearsMention]:
    """The years that a text gives as its own; of dates, ends and other documents' time none."""
    for match in _SPAN.finditer(text):
        if _is_its_own(text[: match.start()]):
            first = int(match["first"])
            last = int(match["last"] or first)
            yield YearsMention(first, last, match.start("first"), match.end())


def _is_its_own(before: str) -> bool:
    """Whether years behind these words are those of the text itself."""
    sentence = before[max(map(before.rfind, ".;\n")) + 1 :].lower()
    of_another = any(word in sentence for word in _OF_ANOTHER)
    return not of_another and not before.rstrip().endswith(_NOT_ITS_OWN)
