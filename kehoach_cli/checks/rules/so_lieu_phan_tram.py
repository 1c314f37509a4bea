"""KH434: shares beside the counts that they are made of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.counts import Count, counts_in
from kehoach_cli.checks.money import mentions
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal
from kehoach_cli.vietnamese.text import small_letters

_MONEY = ("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng")
_CHANGES = ("tăng", "giảm", "lên", "xuống", "so với", "thêm", "vượt", "kế hoạch", "cùng kỳ", "bớt")
_AGE = pattern(r"(?:từ )?\d+ tuổi")


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
    if not all("%" in other.text for other in below):
        return
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
    r", (?:đạt|chiếm|bằng|tương đương|tỷ lệ)(?: tỷ lệ)? )(?P<share>\d{1,3}(?:,\d+)?) ?%"
    r"(?! (?:so|kế hoạch|chỉ tiêu|mục tiêu|dự toán|cùng|số|tổng|dân|nhu cầu|yêu cầu|khối|giá))"
)
_MARKS = ("; ", ": ", ". ", "%")
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
            if "%" in line.text:
                yield from _of_another(line)
                yield from _of_money(line)


_FEWEST = 3
_TWO = 2
_LINKS = ("đạt", "chiếm", "bằng", "đương", "ứng", "lệ")
"""Words right before a share."""
_OF_SUM = pattern(r" ?\((?:chiếm |bằng )?(?P<share>\d{1,3}(?:,\d+)?) ?%\)")


def _of_money(line: Line) -> Iterator[Found]:
    """Money in parts of which all shares but one are right: "5 tỷ (25%), 9 tỷ (45%) …"."""
    if line.text.count("%)") < _FEWEST:
        return
    told = [(money, _OF_SUM.match(line.text, money.end)) for money in mentions(line.text)]
    parts = [(money.amount, share) for money, share in told if share]
    total = sum((amount for amount, _ in parts), Decimal(0))
    wrong = []
    for amount, share in parts if total else ():
        places = len(share["share"].partition(",")[2])
        right = amount * 100 / total
        if abs(as_decimal(share["share"]) - right) >= Decimal(1).scaleb(-places):
            wrong.append((share, round(right, max(places, 1)).normalize()))
    if len(wrong) == 1 and len(parts) >= _FEWEST:
        share, right = wrong[0]
        facts = {"ratio": "Số này trên tổng", "share": share["share"]}
        yield Found(line.span(*share.span("share")), {**facts, "right": format_decimal(right)})


def _of_another(line: Line) -> Iterator[Found]:
    """ "1.520 máy tính cho 1.600 người (95%)"; "… người, chiếm 60% dân số" beside the people."""
    if not _may_tell(line.text):
        return
    from kehoach_cli.checks.shares import shares_in  # which few lines need

    for share, part, whole in shares_in(small_letters(line.text)):
        places = -int(share.step.as_tuple().exponent)
        right = part.value * 100 / whole.value if whole.value else share.value
        if part.value <= whole.value and abs(share.value - right) >= share.step:
            one, other, said = (line.text[f.start : f.end] for f in (part, whole, share))
            right = round(right, max(places, 1)).normalize()
            facts = {"ratio": f"{one}/{other}", "share": said, "right": format_decimal(right)}
            yield Found(line.span(share.start, share.end), facts)


def _may_tell(text: str) -> bool:
    """Whether two figures stand beside a share that is linked to one; in brackets, before it."""
    for piece in text.split("%")[:-1]:
        before = piece.rstrip(" 0123456789,")
        linked = before.endswith(_LINKS) or (before.endswith("là") and "lệ " in before)
        if linked or (before.endswith("(") and any(map(str.isdigit, before))):
            words = (word for word in text.split() if "%" not in word)
            return sum(any(map(str.isdigit, word)) for word in words) >= _TWO
    return False


def _of_earlier(line: Line, match: re.Match[str]) -> Iterator[Found]:
    text = line.text[: match.start()]
    if " tuổi" in text:
        text = _AGE.sub(lambda age: "x" * len(age[0]), text)
    *earlier, part = counts_in(text) or (None,)
    if part is None or _is_apart(text[part.end :]):
        return
    if part.part is not None:
        whole, part = part, Count(part.part, part.things, part.start, part.end)
        earlier = [] if "/" in text[part.start : part.end] else [whole]
    share, places = as_decimal(match["share"]), len(match["share"].partition(",")[2])
    wholes = _wholes(line.text, earlier, part) if earlier else []
    meant = _meant(line.text, wholes, part, share)
    said = line.text[max(0, part.start - 12) : match.start()].lower()
    if meant is None or any(word in said for word in (*_CHANGES, *_MONEY)):
        return
    within = "trong đó" in line.text[wholes[-1].end : part.start]
    rights = [right for one in wholes for right in _rights(one.value, part.value, within)]
    if all(abs(share - right) >= Decimal(1).scaleb(-places) for right in rights):
        low, high = sorted((meant.value, part.value))
        right = round(Decimal(low * 100) / high, max(places, 1)).normalize()
        ratio = f"{format_decimal(Decimal(low))}/{format_decimal(Decimal(high))}"
        facts = {"ratio": ratio, "share": match["share"], "right": format_decimal(right)}
        yield Found(line.span(*match.span("share")), facts)


def _is_apart(text: str) -> bool:
    """Whether other figures, or the end of a clause, stand between."""
    return any(mark in text for mark in _MARKS) or any(map(str.isdigit, text))


def _wholes(text: str, earlier: Sequence[Count], part: Count) -> list[Count]:
    """The counts that a share may be of; those that have a share of their own are parts too."""
    ends = [*(one.start for one in earlier[1:]), part.start]
    known = zip(earlier, ends, strict=True)
    return [
        one
        for one, end in known
        if one.value != part.value
        and (one.value > part.value or one.counts(part.things) or one is earlier[-1])
        and "%" not in text[one.end : end]
    ]


def _rights(one: int, other: int, within: bool) -> Iterator[Decimal]:
    """The shares that two counts may make: of the larger, else (not `within`) of both together."""
    low, high = sorted((Decimal(one), Decimal(other)))
    yield low * 100 / high
    if not within:
        yield from (low * 100 / (low + high), high * 100 / (low + high))


def _meant(text: str, wholes: Sequence[Count], part: Count, share: Decimal) -> Count | None:
    """The count that a share is of: the last of the same things, or the one right before."""
    if not wholes:
        return None
    last = wholes[-1]
    between = text[last.end : part.start]
    same = next((one for one in reversed(wholes) if one.counts(part.things)), None)
    if same is not None or "trong đó" in between:
        return same or last
    near = abs(share - Decimal(part.value * 100) / last.value) <= _NEAR
    return last if near and last.value > part.value and not _is_apart(between) else None


def _counted_shares(subject: Subject) -> Iterator[Found]:
    seen: list[Span] = []
    for found in chain(_listed(subject), _beside(subject)):
        if found.span not in seen:
            seen.append(found.span)
            yield found


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
        limits="Chỉ xét số đếm trong một câu, cùng một thứ hay ngay trước số ấy; câu nói tăng, "
        "giảm và số tiền thì không xét.",
        local=True,
        find=_counted_shares,
    ),
)
