"""Years and spans of years that a text names as its own time: "năm 2014", "giai đoạn 2016-2020"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_YEAR = r"(?:19|20)[0-9]{2}"
_SPAN = (
    rf"(?<!\w)(?P<word>[Nn]ăm|[Gg]iai đoạn|[Tt]hời kỳ|NĂM|GIAI ĐOẠN|THỜI KỲ)\s+(?P<first>{_YEAR})"
    rf"(?:\s*(?:-|–|đến|,|và)\s*(?:năm\s+)?(?P<last>{_YEAR}))?(?![0-9])"
)
_NOT_ITS_OWN = (
    r"(?:tháng [0-9]{1,2}|[Qq]uý [IV1-4]+|[Đđ]ến|hết|tầm nhìn|định hướng|nhiệm kỳ|từ|trước)\s*$"
)
_OF_ANOTHER = (
    "(?i)nghị quyết|đề án|chương trình|chiến lược|quyết định số|kế hoạch số|chỉ thị|quy hoạch"
)


class YearsMention(NamedTuple):
    """First and last year, both counted in; `start` and `end`: the figures in the text."""

    first: int
    last: int
    start: int
    end: int


def years_in(text: str) -> Iterator[YearsMention]:
    """The years that a text gives as its own; of dates, ends and other documents' time none."""
    for match in re.finditer(_SPAN, text):
        before = text[: match.start()]
        own_sentence = re.split(r"[.;\n]", before)[-1]
        if not re.search(_NOT_ITS_OWN, before) and not re.search(_OF_ANOTHER, own_sentence):
            first = int(match["first"])
            last = int(match["last"] or first)
            yield YearsMention(first, last, match.start("first"), match.end())
