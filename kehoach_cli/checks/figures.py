"""The figures of a clause of prose: how much of what, and the words before each."""

import re
from decimal import Decimal

from kehoach_cli.checks.corpus import FIRST_FIGURES
from kehoach_cli.checks.counts import same_things
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal

SHARE, RANKS, POINTS, TIMES = "%", "bậc", "điểm %", "lần"
"""Units that are no things: per cent, places of a ranking, points of per cent, so many times."""
_FIGURE = pattern(
    rf"(?P<rank>(?:thứ|hạng|vị trí)(?: thứ)? )?(?P<number>{FIRST_FIGURES}(?:,\d+)?)"
    r"(?![.,]?\d|-\w|/[^\W\d])(?P<of>/\d+)?"
    r"|(?<=gấp )(?P<times>đôi|rưỡi|hai|ba|bốn)(?!\w)|(?<=bằng )(?P<half>một nửa|1/2)(?!\w)"
)
_TIMES = {"đôi": "2", "hai": "2", "rưỡi": "1,5", "ba": "3", "bốn": "4"}
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_RELATIONS = (
    "lên xuống còn thành đến tới năm là và so tăng giảm trong của với tức nâng hạ đã gấp bằng cuối "
    "đầu từ vào thì nên tương như qua mỗi hơn thêm"
)
_NO_UNIT = frozenset(_RELATIONS.split())
_ROUGH = frozenset(["khoảng", "gần", "hơn", "trên", "dưới", "xỉ", "thiểu", "nhất", "đa", "quá"])
_NAMED = frozenset(["khoản", "điều", "độ", "cấp", "quý", "tháng", "khóa", "lần"])
_UNIT = 40  # letters that the two words of a unit may take


class Figure:
    """A figure at `start` to `end`. `words`: those between the last one and it, and the signs.

    `unit`: what it counts, "" where that is not told; `scale`: the zeros of "triệu", "tỷ", that its
    value has; `step`: one of its last figure.
    """

    __slots__ = ("end", "scale", "start", "step", "unit", "value", "words")

    def __init__(self, number: str, unit: str, scale: int, words: tuple[str, ...]) -> None:
        self.value = as_decimal(number).scaleb(scale)
        self.step = Decimal(1).scaleb(scale - len(number.partition(",")[2]))
        self.unit, self.scale, self.words = unit, scale, words
        self.start = self.end = 0

    @property
    def is_rough(self) -> bool:
        """Whether it is told only roughly."""
        return self.words[-1:] != () and self.words[-1] in _ROUGH

    def counts_as(self, other: "Figure") -> bool:
        """Whether both are of one kind; what names none is of any."""
        if not (self.unit and other.unit):
            return True
        short, long = sorted((self.unit, other.unit), key=len)
        persons = short.startswith("người ") and long.startswith("người ")
        return persons or f"{long} ".startswith(f"{short} ") or same_things(short, long)

    def names_as(self, other: "Figure") -> bool:
        """Whether both name what they count, and that is of one kind."""
        return bool(self.unit and other.unit) and self.counts_as(other)


def figures_in(text: str, start: int, end: int) -> list[Figure]:
    """The figures of a clause; years, dates, numbers of documents and ratios are none."""
    found: list[Figure] = []
    for match in _FIGURE.finditer(text, start, end):
        behind = text[match.end() : min(end, match.end() + _UNIT)]
        figure = _figure(match, apart(text[start : match.start()]), behind)
        if figure:
            figure.start, figure.end = match.span("number" if match["number"] else 0)
            found.append(figure)
            start = figure.end
    return found


def apart(text: str) -> tuple[str, ...]:
    """The words of a text and the signs at them."""
    for sign in ",():":
        text = text.replace(sign, f" {sign} ")
    return tuple(text.split())


def _figure(match: "re.Match[str]", words: tuple[str, ...], behind: str) -> Figure | None:
    word, number = match["times"] or match["half"], match["number"]
    if word:
        figure = Figure(_TIMES.get(word, "0,5"), TIMES, 0, words)
        figure.step = Decimal("0.5" if match["times"] else "0.1")
        return figure
    unit, scale = (RANKS, 0) if match["rank"] else _unit(behind)
    year = len(number) == len("2000") and number[:2] in ("19", "20")
    year = year and (words[-1:] == ("năm",) or not unit)
    named = words[-1:] != () and words[-1] in _NAMED
    return (
        None
        if year or named or (match["of"] and not match["rank"])
        else Figure(number, unit, scale, words)
    )


def _unit(behind: str) -> tuple[str, int]:
    """What is counted, and how many zeros its number has: "tỷ đồng" are đồng with nine."""
    if behind.lstrip(" ").startswith(SHARE):
        return SHARE, 0
    first, second, *_ = (*behind.split(" ")[behind[:1] == " " :][:2], "", "")
    closed = first[-1:] in _CLOSING
    first, second = first.strip(_CLOSING), "" if closed else second.strip(_CLOSING)
    if first == "điểm" and second in (SHARE, "phần"):
        return POINTS, 0
    if first == TIMES:
        return TIMES, 0
    if first in _SCALES:
        return second if second and second not in _NO_UNIT else "đồng", _SCALES[first]
    if first in _NO_UNIT or not first[:1].isalpha():
        return "", 0
    return first if second in _NO_UNIT or not second[:1].isalpha() else f"{first} {second}", 0


_CLOSING = ",;.:()\n"
