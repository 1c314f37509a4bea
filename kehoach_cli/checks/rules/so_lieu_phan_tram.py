"""KH434: shares beside the counts that they are made of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.counts import Count, counts_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal

_MONEY = ("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng")
_COUNT = r"(?:\.\d{3})+(?![\d/]|[.,]\d)|\d{0,3}(?![\d/]|[.,]\d)"
_BETWEEN = r"[^\d\n;.()%+=\ue001]"
_ONE, _OTHER = rf"(?P<one>{FIRST_DIGIT}\d{{0,2}}(?:{_COUNT}))", rf"(?P<other>\d{{1,3}}(?:{_COUNT}))"
_TOLD = (
    rf"(?P<after>{_BETWEEN}{{0,50}})(?:\((?:đạt |chiếm |bằng |tỷ lệ |đạt tỷ lệ |chiếm tỷ lệ )?"
    r"(?P<share>\d{1,3}(?:,\d+)?) ?%\)|(?<=, )(?:đạt|chiếm|bằng|tương đương)(?: tỷ lệ)? "
    r"(?P<told>\d{1,3}(?:,\d+)?) ?%(?! (?:so|kế hoạch|chỉ tiêu|mục tiêu|dự toán|cùng)))"
)
_OF_COUNTS = Pattern(
    rf"{_ONE} (?P<noun>[^\W\d]+(?: [^\W\d]+)?)\b(?P<between>{_BETWEEN}{{1,60}}){_OTHER} (?P=noun)\b"
    rf"{_TOLD}",
    needs=("%)", ", đạt ", ", chiếm ", ", bằng ", ", tương đương "),
    lower=True,
)
_OUT_OF = Pattern(
    rf"{_ONE}(?P<between>(?: [^\W\d]+){{0,3}} (?:trên|trong) (?:tổng )?(?:số )?){_OTHER} "
    rf"(?P<noun>[^\W\d]+)\b{_TOLD}",
    needs=(" trên ", " trong tổng ", " trong số "),
    also=("%",),
    lower=True,
)
_CHANGES = ("tăng", "giảm", "lên", "xuống", "so với", "thêm", "vượt", "kế hoạch", "cùng kỳ", "bớt")


def _of_counts(subject: Subject) -> Iterator[Found]:
    """Shares in brackets behind a count that follows the whole: "40 xã, trong đó 10 xã (25%)"."""
    for match in chain(_OF_COUNTS.search(subject.corpus), _OUT_OF.search(subject.corpus)):
        low, high = sorted((as_decimal(match["one"]), as_decimal(match["other"])))
        said = match["between"] + match["after"]
        if low == high or match["noun"].startswith(_MONEY) or any(w in said for w in _CHANGES):
            continue
        typed = match["share"] or match["told"]
        places = len(typed.partition(",")[2])
        share, right = as_decimal(typed), low * 100 / high
        parts = (low * 100 / (low + high), high * 100 / (low + high))
        if all(abs(share - one) >= Decimal(1).scaleb(-places) for one in (right, *parts)):
            ratio = f"{format_decimal(low)}/{format_decimal(high)}"
            right = round(right, max(places, 1)).normalize()
            facts = {"ratio": ratio, "share": typed, "right": format_decimal(right)}
            place = match.span("share" if match["share"] else "told")
            yield Found(subject.corpus.span(*place), facts)


_LISTED = pattern(
    r"(?P<count>\d{1,3}(?:\.\d{3})+|\d+) (?P<noun>[^\W\d]+)(?: [^\W\d]+){0,3},? "
    r"(?:bằng|đạt|chiếm|tương đương|\()(?: tỷ lệ)? ?(?P<share>\d{1,3}(?:,\d+)?) ?%"
)
_WHOLE = pattern(r"(?P<count>\d{1,3}(?:\.\d{3})+|\d+) (?P<noun>[^\W\d]+)")


def _listed(subject: Subject) -> Iterator[Found]:
    """Shares in a list whose counts make up the whole above: "- 4.056 hồ sơ, bằng 65%"."""
    for block in subject.blocks:
        for number, line in enumerate(block.lines):
            if line.opens and any("%" in other.text for other in block.below(number)):
                yield from _wrong_shares(line, block.below(number))


def _wrong_shares(line: Line, below: Sequence[Line]) -> Iterator[Found]:
    parts = [(other, match) for other in below if (match := _LISTED.search(other.text))]
    total = sum((as_decimal(match["count"]) for _, match in parts), Decimal(0))
    nouns = {match["noun"] for _, match in parts}
    wholes = [one for one in _WHOLE.finditer(line.text) if {one["noun"]} == nouns]
    if (
        len(parts) < len(below)
        or not total
        or total not in (as_decimal(w["count"]) for w in wholes)
    ):
        return
    for other, match in parts:
        count, share = as_decimal(match["count"]), as_decimal(match["share"])
        places, right = len(match["share"].partition(",")[2]), count * 100 / total
        if abs(share - right) >= Decimal(1).scaleb(-places):
            ratio = f"{match['count']}/{format_decimal(total)}"
            right = round(right, max(places, 1)).normalize()
            facts = {"ratio": ratio, "share": match["share"], "right": format_decimal(right)}
            yield Found(other.span(*match.span("share")), facts)


_SHARE = pattern(
    r"(?:\((?:đạt |chiếm |bằng |tỷ lệ |đạt tỷ lệ |chiếm tỷ lệ )?|"
    r", (?:đạt|chiếm|bằng|tương đương)(?: tỷ lệ)? )(?P<share>\d{1,3}(?:,\d+)?) ?%"
    r"(?! (?:so|kế hoạch|chỉ tiêu|mục tiêu|dự toán|cùng|số|tổng|dân|nhu cầu|yêu cầu|khối|giá))"
)
_APART = pattern(r"[;:.](?:\s|$)|\d|%")
_NEAR = 10
"""Points of per cent that a slip of one figure seldom goes beyond."""


def _beside(subject: Subject) -> Iterator[Found]:
    """Shares of the last count in some earlier one of the line."""
    if not subject.corpus.having(("%",)):
        return
    for block in subject.blocks:
        for line in block.lines:
            for match in _SHARE.finditer(line.text) if "%" in line.text else ():
                yield from _of_earlier(line, match)


def _of_earlier(line: Line, match: re.Match[str]) -> Iterator[Found]:
    *earlier, part = counts_in(line.text[: match.start()]) or (None,)
    if not earlier or part is None or part.part is not None:
        return
    if _APART.search(line.text[part.end : match.start()]):
        return
    said = line.text[max(0, part.start - 12) : match.start()].lower()
    ends = [*(one.start for one in earlier[1:]), part.start]
    wholes = [
        one
        for one, end in zip(earlier, ends, strict=True)
        if one.value > part.value and "%" not in line.text[one.end : end]
    ]
    if not wholes or any(word in said for word in (*_CHANGES, *_MONEY)):
        return
    share, places = as_decimal(match["share"]), len(match["share"].partition(",")[2])
    rights = [Decimal(part.value * 100) / one.value for one in wholes]
    meant = _meant(line.text, wholes, part, share)
    if meant is None or any(abs(share - one) < Decimal(1).scaleb(-places) for one in rights):
        return
    right = round(Decimal(part.value * 100) / meant.value, max(places, 1)).normalize()
    ratio = f"{format_decimal(Decimal(part.value))}/{format_decimal(Decimal(meant.value))}"
    facts = {"ratio": ratio, "share": match["share"], "right": format_decimal(right)}
    yield Found(line.span(*match.span("share")), facts)


def _meant(text: str, wholes: Sequence[Count], part: Count, share: Decimal) -> Count | None:
    """The count that a share is of: the last of the same things, or the one right before."""
    last = wholes[-1]
    same = next((one for one in reversed(wholes) if one.counts(part.things)), None)
    between = text[last.end : part.start]
    if same is not None or "trong đó" in between:
        return same or last
    near = abs(share - Decimal(part.value * 100) / last.value) <= _NEAR
    return last if near and not _APART.search(between) else None


def _counted_shares(subject: Subject) -> Iterator[Found]:
    seen = [*_of_counts(subject), *_listed(subject)]
    yield from seen
    places = [one.span for one in seen]
    yield from (one for one in _beside(subject) if one.span not in places)


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH434",
        Severity.WARNING,
        "Phần trăm không khớp hai số đứng trước",
        "{ratio} là {right}%, ở đây ghi {share}%",
        why="Phần trăm trong ngoặc tính từ hai số vừa nêu; lệch là một trong ba số sai.",
        wrong=_TEXT + '"Nhận 6.354 hồ sơ, trả đúng hạn 6.311 hồ sơ (93,3%)."\n',
        right=_TEXT + '"Nhận 6.354 hồ sơ, trả đúng hạn 6.311 hồ sơ (99,3%)."\n',
        fix="tính lại, hoặc sửa số ghi nhầm",
        limits="Chỉ xét hai số đếm cùng một thứ, giữa chúng không có số nào khác; câu nói tăng, "
        "giảm và số tiền thì không xét.",
        local=True,
        find=_counted_shares,
    ),
)
