"""The counts of a line of prose: how many of what, in figures or in words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.words import parse_words

_UNITS = "hai|ba|bốn|sáu|bảy|tám|chín"
_TENS = rf"(?:{_UNITS}|năm) mươi(?: (?:mốt|một|tư|lăm|{_UNITS}))?"
WORDS = rf"(?:{_TENS}|mười(?: (?:một|lăm|{_UNITS}))?|{_UNITS})"
"""A small number in words; "một" counts hardly anything, "năm" is mostly a year."""
FIGURE = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_FIVE = r"(?<=\bcả )năm|(?<=\btại )năm|(?<=\bcho )năm|(?<=\bcòn )năm|(?<=\bcó )năm|^Năm"
_COUNT = pattern(
    rf"(?<![\w.,/])(?:(?P<part>{FIGURE})(?:/(?P<whole>{FIGURE}))?|(?P<words>{WORDS}|{_FIVE}))"
    r"(?![\w/%]|[.,]\d) (?P<things>[^\W\d]+(?: [^\W\d]+)?)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADS_LIST = (
    "bệnh bộ cán cảnh chi chỉ chính công cơ dịch doanh dự đề đơn đường giáo hệ học hồ hộp hợp kế "
    "khách khu lượt máy nền người nhân nhiệm phần phòng quy sản tài thành thiết thủ tiêu trang "
    "trung tuyến ứng văn viên"
)
_HEADS = frozenset(_HEADS_LIST.split())
"""First syllables that say too little of what is counted: cơ quan, cơ sở."""
_BROAD = frozenset(("người", "máy", "phòng", "lượt"))
"""Those of them that count a thing by themselves too."""


class Count(NamedTuple):
    """A count: its number, what is counted, where in the line the number stands.

    `part`: of "24/28 cơ quan" the 24, else None.
    """

    value: int
    things: str
    start: int
    end: int
    part: int | None = None

    def counts(self, things: str) -> bool:
        """Whether it is of such things."""
        return same_things(self.things, things)


def same_things(one: str, other: str) -> bool:
    """Whether two times one or two words name one kind of thing: xã còn, xã; cơ quan, cơ quan."""
    a, b = one.lower().split(), other.lower().split()
    if a[0] != b[0]:
        return False
    return a[0] not in _HEADS or a[:2] == b[:2] or (a[0] in _BROAD and 1 in (len(a), len(b)))


@lru_cache(maxsize=2**10)
def counts_in(text: str) -> tuple[Count, ...]:
    """The counts of a text, in order; shares and decimals are none."""
    return tuple(_counts(text))


def _counts(text: str) -> Iterator[Count]:
    for match in _COUNT.finditer(text):
        if match["words"]:
            yield Count(parse_words(match["words"]), match["things"], *match.span("words"))
            continue
        whole = match["whole"]
        value, end = as_count(whole or match["part"]), match.end("whole" if whole else "part")
        part = as_count(match["part"]) if whole else None
        yield Count(value, match["things"], match.start("part"), end, part)


def as_count(text: str) -> int:
    """The number of figures, or of words."""
    return int(text.replace(".", "")) if text[:1].isdigit() else parse_words(text)


def is_slip(one: int, other: int) -> bool:
    """Whether a number may be typed for another: one figure differs, or two changed places."""
    a, b = str(one), str(other)
    if len(a) != len(b) or a == b:
        return False
    return sorted(a) == sorted(b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1
