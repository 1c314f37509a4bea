"""The counts of a line of prose: how many of what, in figures or in words."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.unreadable import Unreadable
from kehoach_cli.vietnamese.words import parse_words

WORDS = (
    "(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|năm(?= mươi))"
    "(?: (?:mươi|mốt|một|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín)){0,2}"
)
"""A small number in words; "một" counts hardly anything, "năm" is mostly a year."""
FIGURE = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_THINGS = r" (?P<things>[^\W\d]+(?: [^\W\d]+)?)"
_FIGURES = pattern(
    r"(?P<part>\d(?<![\w.,/]\d)(?:\d{0,2}(?:\.\d{3})+|\d*))"
    rf"(?:(?:/|(?: [^\W\d]+){{0,3}} (?:trên|trong) (?:tổng )?(?:số )?)(?P<whole>{FIGURE}))?"
    rf"(?![\w/%]|[.,]\d){_THINGS}"
)
_SPELLED = pattern(rf"(?P<words>{WORDS}|năm)(?!\w){_THINGS}")
_SPELLING = ("hai ", "ba ", "bốn ", "sáu ", "bảy ", "tám ", "chín ", "mười ", "mươi ")
_FIVES = ("cả năm ", "tại năm ", "cho năm ", "còn năm ")
_HEADS_LIST = (
    "bệnh bộ cán cảnh chi chỉ chính công cơ dịch doanh dự đề đơn đường giáo hệ học hồ hộp hợp kế "
    "khách khu lượt máy nền người nhân nhiệm phần phòng quy sản tài thành thiết thủ tiêu trang "
    "trung tuyến ứng văn viên"
)
_HEADS = frozenset(_HEADS_LIST.split())
"""First syllables that say too little of what is counted: cơ quan, cơ sở."""
_PERSONS_LIST = (
    "cán bộ|công chức|viên chức|cộng tác|thành viên|giáo viên|học viên|nhân viên|đoàn viên|"
    "chuyên gia|nhân khẩu|lượt người|lượt cán|đội viên"
)
_PERSONS = frozenset(_PERSONS_LIST.split("|"))
_BROAD = frozenset(("người", "máy", "phòng", "lượt"))
"""Those of them that count a thing by themselves too."""

_AGAINST = ("so với ", "gấp ", "hơn năm ")
_CHANGING = ("ăng ", "iảm ", "hêm ", " lên ", "xuống ", "xuống còn ", *_AGAINST)
"""Words that tell of a change; behind the first of them a figure stands."""
_ENDS = ("\n", ". ", "; ")
_FAR = 400  # letters of a clause to either side of such a word


class Count:
    """A count: its number, what is counted, where in the line the number stands.

    `part`: of "24/28 cơ quan", "24 trên tổng số 28 cơ quan" the 24, else None.
    """

    __slots__ = ("end", "part", "start", "things", "value")

    def __init__(
        self, value: int, things: str, start: int, end: int, part: int | None = None
    ) -> None:
        self.value, self.things, self.start, self.end, self.part = value, things, start, end, part

    def counts(self, things: str) -> bool:
        """Whether it is of such things."""
        return same_things(self.things, things)


def heads(things: str) -> tuple[str, ...]:
    """The words by which things of one kind (`same_things`) are found: one of them is the same."""
    head = things.lower().split()[0]
    return (head, "người") if things.lower() in _PERSONS else (head,)


def same_things(one: str, other: str) -> bool:
    """Whether two times one or two words name one kind of thing: xã còn, xã; cơ quan, cơ quan."""
    one, other = one.lower(), other.lower()
    a, b = one.split(), other.split()
    if "người" in (a[0], b[0]) and not _PERSONS.isdisjoint((one, other)):
        return True
    if a[0] != b[0]:
        return False
    return a[0] not in _HEADS or a[:2] == b[:2] or (a[0] in _BROAD and 1 in (len(a), len(b)))


@lru_cache(maxsize=2**10)
def counts_in(text: str) -> tuple[Count, ...]:
    """The counts of a text, in order; shares and decimals are none."""
    found = [*_in_figures(text)]
    lower = text.lower()
    if any(word in lower for word in (*_SPELLING, *_FIVES)):
        found += _in_words(lower)
        found.sort(key=lambda count: count.start)
    return tuple(found)


def _in_figures(text: str) -> Iterator[Count]:
    for match in _FIGURES.finditer(text):
        whole = match["whole"]
        value, end = as_count(whole or match["part"]), match.end("whole" if whole else "part")
        part = as_count(match["part"]) if whole else None
        yield Count(value, match["things"], match.start("part"), end, part)


def _in_words(lower: str) -> Iterator[Count]:
    for match in _SPELLED.finditer(lower):
        start = match.start()
        number = match["words"] != "năm" or lower.endswith(_FIVES, 0, match.end("words") + 1)
        if number and not lower[max(0, start - 1) : start].isalnum():
            yield Count(as_count(match["words"]), match["things"], *match.span("words"))


def clauses_of_change(text: str) -> list[tuple[int, int]]:
    """The clauses of a text (in small letters) that may tell how a figure came from another."""
    found: dict[int, int] = {}
    for word in _CHANGING:
        at = text.find(word)
        while at >= 0:
            behind = at + len(word)
            if word in _AGAINST or text[behind : behind + 1].isdigit():
                near = max(0, at - _FAR)
                start = max(near, *(text.rfind(mark, near, at) + 1 for mark in _ENDS))
                ends = (text.find(mark, behind, behind + _FAR) for mark in _ENDS)
                found[start] = min((end for end in ends if end >= 0), default=behind + _FAR)
            at = text.find(word, behind)
    apart = [(0, 0)]
    for start, end in sorted(found.items()):
        if start >= apart[-1][1] and _has_two(text[start:end]):
            apart.append((start, end))
    return apart[1:]


def _has_two(clause: str) -> bool:
    """Whether two figures stand in it that are no years."""
    words = clause.replace("(", " ").split()
    figures = [b for a, b in pairwise(("", *words)) if b[:1].isdigit() and a != "năm"]
    return len(figures) > 1


def as_count(text: str) -> int:
    """The number of figures, or of words; 0 where the words are none."""
    if text[:1].isdigit():
        return int(text.replace(".", ""))
    try:
        return parse_words(text)
    except Unreadable:
        return 0


def is_slip(one: int, other: int) -> bool:
    """Whether a number may be typed for another: one figure differs, or two changed places."""
    a, b = str(one), str(other)
    if len(a) != len(b) or a == b:
        return False
    return sorted(a) == sorted(b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1
