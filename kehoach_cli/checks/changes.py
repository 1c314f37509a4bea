"""What prose says of a change: what something was, what it became, and by how much.

Every wording is read alike: the figures of a clause, what each counts, and the words right before
it ("từ", "lên", "so với", "tăng", "gấp").
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.checks.corpus import FIRST_FIGURES, Corpus
from kehoach_cli.checks.counts import is_slip, same_things
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal

SHARE, RANKS, POINTS, TIMES = "%", "bậc", "điểm %", "lần"
"""Units that are no things: per cent, places of a ranking, points of per cent, so many times."""
_FIGURE = pattern(
    rf"(?P<rank>(?:thứ|hạng|vị trí)(?: thứ)? )?(?P<number>{FIRST_FIGURES}(?:,\d+)?)"
    r"(?![.,]?\d|-\w|/[^\W\d])(?P<of>/\d+)?(?= ?(?P<unit>%|[^\W\d]+(?:/[^\W\d]+)?(?: (?:[^\W\d]+|%))?)|)"
    r"|(?<=gấp )(?P<times>đôi|rưỡi|hai|ba|bốn)(?!\w)|(?<=bằng )(?P<half>một nửa|1/2)(?!\w)"
)
_TIMES = {"đôi": "2", "hai": "2", "rưỡi": "1,5", "ba": "3", "bốn": "4"}
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_RELATIONS = (
    "lên xuống còn thành đến tới năm là và so tăng giảm trong của với tức nâng hạ đã gấp bằng cuối "
    "đầu từ vào thì nên tương như qua mỗi hơn thêm"
)
_NO_UNIT = frozenset(_RELATIONS.split())
_RANKED = ("hạng ", "thứ ", "vị trí ", "top ", "bậc ", "mức độ ", "cấp độ ")
_ROUGH = ("khoảng ", "gần ", "hơn ", "trên ", "dưới ", "xỉ ", "thiểu ", "nhất ", "đa ", "quá ")
_NAMED = ("khoản ", "điều ", "độ ", "cấp ", "quý ", "tháng ", "khóa ", "lần ")
_UP = (
    "tăng|thêm|mới|vượt|thăng|bổ sung|(?:cao|nhiều|lớn|nhanh|dài) hơn|"
    r"hơn (?:[^\W\d]+ ){1,3}(?:20\d\d )?là"
)
_DOWN = "giảm|bớt|tụt|rút ngắn|(?:thấp|ít|ngắn|nhỏ) hơn"
_BY = pattern(rf"(?<!\w)(?:(?P<up>{_UP})|{_DOWN})(?: thêm| được| đi)* $")
_AT_ONCE = pattern(
    r"[^,;()]*(?:, | \(| và )(?:(?:tức|là|nghĩa|như|vậy|tương|đương|ứng|với|qua|đó|hay|đã) ){0,4}"
    rf"(?:{_UP}|{_DOWN})(?: thêm| được| đi)* $"
)
"""Right behind a result: ", tức là tăng"."""
_FROM = pattern(r"(?<!\w)từ(?: mức)? $")
_TO = pattern(r"(?<!\w)(?P<way>lên|xuống|còn|thành)(?: còn| đến| tới| thành)? $")
_THAN = pattern(
    r"(?<!\w)so với (?:(?!và |thì |đã |tăng |giảm |đạt |là |có )[^\W\d]+ |20\d\d ?){0,6}"
    r"(?:là |có )?(?:\((?:năm 20\d\d )?(?:là |có )?)?$"
)
_BRACKET = pattern(r"^[^)]* \((?P<when>(?:cuối |đầu |cùng kỳ )?năm [^()]*)?$")
_OF = pattern(r" lần (?:của |số |mức |con số |tổng số )*$")
_DATED = pattern(r"năm (20\d\d)[^,;()]{0,40}$")
_DATED_BEHIND = pattern(r"[^,;.()]{0,20}năm (20\d\d)")
_IN_ALL = pattern(r"(?:tổng số|lũy kế|, lên)(?: lên| là| thành)? $")
_ANCHORS = (
    "ăng ",
    "iảm ",
    "hêm ",
    " hơn ",
    " lên ",
    "xuống ",
    "xuống còn ",
    "so với ",
    "gấp ",
    "hơn năm ",
)
_ALONE = ("so với ", "gấp ", "hơn năm ")
"""Of these a figure need not stand right behind."""
_ENDS = ("\n", ". ", "; ")
_FAR = 400  # letters of a clause to either side of such a word
_TWO = 2
_FEW = 6
"""Counts of a thing up to which one may be what it was before."""


class Figure(NamedTuple):
    """A figure of a clause. `before`: what stands between the last one and it.

    `unit`: what it counts, "" where that is not told; `scale`: the zeros of "triệu", "tỷ", that its
    value has; `step`: one of its last figure.
    """

    value: Decimal
    unit: str
    scale: int
    step: Decimal
    before: str
    start: int
    end: int

    @property
    def sign(self) -> int:
        """1 for so much more, -1 for so much less, else 0."""
        by = _BY.search(self.before)
        return 0 if by is None else 1 if by["up"] else -1

    def counts_as(self, other: "Figure") -> bool:
        """Whether both are of one kind; what names none is of any."""
        if not (self.unit and other.unit):
            return True
        short, long = sorted((self.unit, other.unit), key=len)
        return long.startswith(f"{short} ") or short == long or same_things(short, long)

    def names_as(self, other: "Figure") -> bool:
        """Whether both name what they count, and that is of one kind."""
        return bool(self.unit and other.unit) and self.counts_as(other)


class Change(NamedTuple):
    """A figure that is not what two others make it: `right`, None where it goes the other way."""

    figure: Figure
    right: Decimal | None
    one: Figure
    other: Figure


Pair = tuple[Figure, Figure]


def changes_in(corpus: Corpus) -> Iterator[Change]:
    """Those that are told wrong, in the order of the text."""
    for start, end in _clauses(corpus.lower):
        figures = _figures(corpus.lower, start, end)
        if len(figures) >= _TWO:
            yield from _turned(figures)
            for at in range(len(figures)):
                yield from _wrong(figures, at, corpus.lower)


def _clauses(text: str) -> list[tuple[int, int]]:
    """The clauses that may tell of a change, by words that do so."""
    found: dict[int, int] = {}
    for word in _ANCHORS:
        at = text.find(word)
        while at >= 0:
            behind = at + len(word)
            if word in _ALONE or text[behind : behind + 1].isdigit():
                near = max(0, at - _FAR)
                start = max(near, *(text.rfind(mark, near, at) + 1 for mark in _ENDS))
                ends = (text.find(mark, behind, behind + _FAR) for mark in _ENDS)
                found[start] = min((end for end in ends if end >= 0), default=behind + _FAR)
            at = text.find(word, behind)
    return sorted(found.items())


def _figures(text: str, start: int, end: int) -> list[Figure]:
    """The figures of a clause; years, dates, numbers of documents and ratios are none."""
    found: list[Figure] = []
    for match in _FIGURE.finditer(text, start, end):
        figure = _figure(match, text[start : match.start()])
        if figure:
            found.append(figure)
            start = figure.end
    return found


def _figure(match: re.Match[str], before: str) -> Figure | None:
    word = match["times"] or match["half"]
    if word:
        step = Decimal("0.5" if match["times"] else "0.1")
        return Figure(as_decimal(_TIMES.get(word, "0,5")), TIMES, 0, step, before, *match.span())
    unit, scale = (RANKS, 0) if match["rank"] else _unit(match["unit"] or "")
    year = len(match["number"]) == len("2000") and match["number"][:2] in ("19", "20")
    year = year and (before.endswith("năm ") or not unit)
    if year or before.endswith(_NAMED) or (match["of"] and not match["rank"]):
        return None
    step = Decimal(1).scaleb(scale - len(match["number"].partition(",")[2]))
    value = as_decimal(match["number"]).scaleb(scale)
    return Figure(value, unit, scale, step, before, *match.span("number"))


def _unit(words: str) -> tuple[str, int]:
    """What is counted, and how many zeros its number has: "tỷ đồng" are đồng with nine."""
    first, _, second = words.partition(" ")
    if first == "điểm" and second in (SHARE, "phần"):
        return POINTS, 0
    if first in _SCALES:
        return "đồng" if second in _NO_UNIT else second, _SCALES[first]
    if first in _NO_UNIT:
        return "", 0
    return first if first == SHARE or second in _NO_UNIT else words, 0


def _turned(figures: list[Figure]) -> Iterator[Change]:
    """ "giảm từ 50 lên 70"."""
    for one, other in _moves(figures):
        way = _TO.search(other.before)
        up = way is not None and way["way"] == "lên"
        plain = up or (way is not None and way["way"] == "xuống")
        ranked = RANKS in (one.unit, other.unit) or any(word in one.before for word in _RANKED)
        against = ranked or (up and "giảm" in one.before)
        if plain and not against and one.value != other.value and (other.value > one.value) != up:
            yield Change(one, None, one, other)


def _moves(figures: list[Figure]) -> Iterator[Pair]:
    """What was, and what became of it: "từ 12 lên 40"."""
    for one, other in pairwise(figures):
        if _FROM.search(one.before) and _TO.search(other.before) and one.counts_as(other):
            yield one, other


def _wrong(figures: list[Figure], at: int, text: str) -> Iterator[Change]:
    by, sign = figures[at], figures[at].sign
    ratio = not sign and _is_ratio(by, text)
    if not sign and not ratio:
        return
    pairs = [*_pairs(figures, at, text)]
    known = [(_rights(by, pair, ratio), pair) for pair in pairs]
    if not known:
        yield from _to_all(figures, at, text) if sign > 0 else ()
        yield from _as_share(figures, at, text)
        return
    value, relative = by.value * (sign or 1), by.unit in (SHARE, TIMES)
    step = by.step if relative else max(one.step for one in (by, *pairs[0]))
    if not any(abs(right - value) < step for rights, _ in known for right in rights):
        (right, *_), pair = known[0]
        yield Change(by, None if abs(right + value) < step else abs(right), *pair)


def _is_ratio(figure: Figure, text: str) -> bool:
    """Whether a figure says how many times as much something became."""
    if figure.unit == TIMES:
        return figure.before.endswith(("gấp ", "bằng "))
    behind = text[figure.end : figure.end + 12].lstrip(" %")
    return figure.unit == SHARE and behind.startswith("so với ")


def _rights(by: Figure, pair: Pair, ratio: bool) -> list[Decimal]:
    """What a figure may be, the likeliest first; less than nothing for a decrease."""
    one, other = (figure.value for figure in pair)
    change = one - other if RANKS in (by.unit, pair[0].unit) else other - one
    if ratio:
        return [other / one * (1 if by.unit == TIMES else 100)]
    if by.unit != SHARE:
        return [change]
    share = change * 100 / one
    return [change, share] if SHARE in (pair[0].unit, pair[1].unit) else [share]


def _pairs(figures: list[Figure], at: int, text: str) -> Iterator[Pair]:
    """What a change may be of: what was, and what it became; the likeliest first."""
    by = figures[at]
    others = [one for one in figures if not one.sign and one is not by and _fits(by, one)]
    for one, other in (*_moves(others), *_dated(others, text)):
        first, last = sorted((figures.index(one), figures.index(other)))
        behind = at == last + 1 and (by.unit == TIMES or _AT_ONCE.match(by.before))
        same = by.unit == TIMES or by.names_as(one) or by.names_as(other)
        if one.value and (behind or (at == first - 1 and same and by.unit != SHARE)):
            yield one, other
    for base in others:
        if base.value and _is_base(base, figures, at, text):
            rest = [one for one in others if one is not base and one.counts_as(base)]
            for other in sorted(rest, key=lambda one: (one.start > by.start, -one.start)):
                yield base, other


def _fits(by: Figure, one: Figure) -> bool:
    """Whether a change may be of a figure, by what both count."""
    if one.unit == TIMES or one.before.endswith(_ROUGH):
        return False
    if by.unit == POINTS:
        return one.unit == SHARE
    return by.unit in (SHARE, TIMES) or one.counts_as(by)


def _is_base(base: Figure, figures: list[Figure], at: int, text: str) -> bool:
    """Whether a figure is what a change is told against: "so với 36 phòng", "(năm 2019 là 400)"."""
    by, beside = figures[at], abs(figures.index(base) - at) == 1
    if _THAN.search(base.before):
        return beside or by.names_as(base)
    bracket = _BRACKET.search(base.before) if beside and base.start > by.end else None
    if bracket:
        against = by.unit == TIMES or "so với " in text[figures[0].start : base.start]
        return bool(bracket["when"]) or against
    return by.unit == TIMES and beside and bool(_OF.match(base.before))


def _dated(figures: list[Figure], text: str) -> list[Pair]:
    """Two figures of a thing with their years, the earlier first."""
    dated: list[tuple[str, Figure]] = []
    for one in figures:
        match = _DATED.search(one.before) or _DATED_BEHIND.match(text, one.end)
        dated += [(match[1], one)] if match and one.unit else ()
    if len(dated) != _TWO or dated[0][0] == dated[1][0] or not dated[0][1].counts_as(dated[1][1]):
        return []
    (_, one), (_, other) = sorted(dated)
    return [(one, other)]


def _to_all(figures: list[Figure], at: int, text: str) -> Iterator[Change]:
    """ "Thêm 14 máy chủ, nâng tổng số lên 60" where another place has 36 of them."""
    by = figures[at]
    for other in figures[at + 1 :]:
        if not (other.unit and by.counts_as(other) and _IN_ALL.search(other.before)):
            continue
        told = re.findall(rf"({FIRST_FIGURES}) {re.escape(other.unit)}(?!\w)", text)
        others = {as_decimal(one) for one in told} - {by.value, other.value}
        sums = {one + by.value for one in others}
        meant = [one for one in sums if is_slip(int(one), int(other.value))]
        if len(sums) <= _FEW and len(meant) == 1 and other.value not in sums:
            yield Change(other, meant[0], by, other)


def _as_share(figures: list[Figure], at: int, text: str) -> Iterator[Change]:
    """ "giảm 80 ngôi (năm 2019 là 400 ngôi), tương đương giảm 20%"."""
    if len(figures) < at + 3 or not _is_base(figures[at + 1], figures, at, text):
        return
    by, base, share = figures[at : at + 3]
    told = share.unit == SHARE and "tương " in share.before and by.names_as(base) and base.value
    if told and abs(by.value * 100 / base.value - share.value) >= share.step:
        yield Change(by, base.value * share.value / 100, base, share)
