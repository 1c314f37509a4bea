"""KH433-KH435: sums, products and shares that a text or a row writes out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.corpus import FIRST_DIGIT, Pattern
from kehoach_cli.checks.own_tables import OwnTable, Row
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.numbers import as_decimal, format_decimal

_REST = r"\d*(?:\.\d{3})*(?:,\d+)?(?![\d/]|[.,]\d)"
_UNIT = r"(?:\s?%|\s[^\W\d]+(?:[ /][^\W\d]+){0,4}?)?"
_TERM = rf"\d{_REST}{_UNIT}"
_WRITTEN = Pattern(
    rf"(?P<left>{FIRST_DIGIT}{_REST}{_UNIT}(?: ?[+x×*] ?{_TERM})+)"
    rf" ?= ?(?P<right>\d{_REST}(?:\s?%|\s(?:tỷ|tỉ|triệu|nghìn|ngàn)\b)?)(?!\s?[-–+x×*=/:]\s?\d)",
    needs=("=",),
    lower=True,
)
_FACTOR = pattern(rf"(?P<op>[+x×*])?\s*(?P<number>\d{_REST})\s?(?P<unit>%|tỷ|tỉ|triệu|nghìn|ngàn)?")
_SCALE = {"%": -2, "nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_OPERATORS = tuple("+-–x×*/")


def _written(subject: Subject) -> Iterator[Found]:
    """Sums and products whose other side of "=" is another number."""
    text = subject.corpus.lower
    for match in _WRITTEN.search(subject.corpus):
        before = text[max(0, match.start() - 2) : match.start()]
        if before[-1:].isalnum() or before.rstrip(" ").endswith(_OPERATORS):
            continue
        stated = _FACTOR.match(match["right"])
        values = [_value(match["left"], scaled) for scaled in (True, False)]
        if stated and not any(_is(value, stated) for value in values):
            scale = Decimal(1).scaleb(_SCALE.get(stated["unit"] or "", 0))
            value = values[0] / scale if stated["unit"] else values[1]
            facts = {"left": match["left"], "value": format_decimal(round(value, 2).normalize())}
            yield Found(subject.corpus.span(*_place(match, stated)), facts)


def _place(match: re.Match[str], stated: re.Match[str]) -> tuple[int, int]:
    """Where in the corpus the figure of a result stands."""
    at = match.start("right")
    return at + stated.start("number"), at + stated.end("number")


def _value(left: str, scaled: bool) -> Decimal:
    """What a side comes to, products first; `scaled`: thousands, millions are counted in."""
    total, product = Decimal(0), Decimal(0)
    for part in _FACTOR.finditer(left):
        number = as_decimal(part["number"])
        if part["unit"] and (scaled or part["unit"] == "%"):
            number = number.scaleb(_SCALE[part["unit"]])
        if part["op"] in ("x", "×", "*"):
            product *= number
        else:
            total, product = total + product, number
    return total + product


def _is(value: Decimal, stated: re.Match[str]) -> bool:
    """Whether a value is the stated number, rounded or cut off as far as it is written."""
    said = as_decimal(stated["number"])
    places = len(stated["number"].partition(",")[2])
    scales = {0, _SCALE.get(stated["unit"] or "", 0)}
    return any(
        abs(value.scaleb(-scale) - said) < Decimal(1).scaleb(-places)
        if places or value.scaleb(-scale) % 1
        else value.scaleb(-scale) == said
        for scale in scales
    )


_COUNT = r"(?:\.\d{3})+(?![\d/]|[.,]\d)|\d{0,3}(?![\d/]|[.,]\d)"
_BETWEEN = r"[^\d\n;.()%+=\x81]"
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
    rf"{_ONE}(?P<between>(?: [^\W\d]+){{0,3}} trên (?:tổng )?(?:số )?){_OTHER} "
    rf"(?P<noun>[^\W\d]+)\b{_TOLD}",
    needs=(" trên ",),
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


def _counted_shares(subject: Subject) -> Iterator[Found]:
    yield from _of_counts(subject)
    yield from _listed(subject)


_MONEY = ("triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng")
_PRICES = ("don gia", "so luong", "thanh tien")
_FEW = 2  # rows that must be right for each that is wrong


def _products(subject: Subject) -> Iterator[Found]:
    """Amounts that are not price by quantity, in a table where nearly all are."""
    for table in subject.own_tables:
        columns = [_column(table, name) for name in _PRICES]
        price, count, amount = columns
        if price is not None and count is not None and amount is not None:
            yield from _wrong_products(table, price, count, amount)


def _column(table: OwnTable, name: str) -> int | None:
    found = [i for i, heading in enumerate(table.headings) if heading.startswith(name)]
    return found[0] if len(found) == 1 else None


def _wrong_products(table: OwnTable, price: int, count: int, amount: int) -> Iterator[Found]:
    known: list[tuple[Row, Decimal, Decimal]] = []
    for row in table.rows:
        each, much, many = row.value(price), row.value(amount), _leading(row, count)
        if each and much and many:
            known.append((row, much, each * many))
    wrong = [(row, much, made) for row, much, made in known if much != made]
    if len(wrong) * (_FEW + 1) <= len(known):  # of three rows one may be wrong
        for row, much, made in wrong:
            facts = {"stated": format_decimal(much), "made": format_decimal(made.normalize())}
            yield Found(row.span(amount), facts)


def _leading(row: Row, column: int) -> Decimal | None:
    """The figure at the head of a cell: "138 mắt"."""
    text = row.cells[column].text if column < len(row.cells) else ""
    match = _FACTOR.match(text)
    return as_decimal(match["number"]) if match and not match["unit"] else None


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_TABLE = (
    "noi_dung:\n- muc: Thiết bị\n  bang:\n"
    "    cot: [{ten: Tên}, {ten: Số lượng}, {ten: Đơn giá}, {ten: Thành tiền}]\n    hang:\n"
    "    - [Máy in, 2, 5, 10]\n    - [Máy quét, 3, 20, 60]\n    - [Máy tính, 10, 15, 150]\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH433",
        Severity.ERROR,
        "Phép tính viết ra không đúng",
        "{left} bằng {value}, ở đây ghi khác",
        why="Người đọc tính lại được ngay; sai là một trong các số gõ nhầm.",
        wrong=_TEXT + '"Lắp thêm 138 camera (212 + 138 = 340)."\n',
        right=_TEXT + '"Lắp thêm 138 camera (212 + 138 = 350)."\n',
        fix="tính lại, hoặc sửa số ghi nhầm",
        limits="Chỉ xét phép cộng, phép nhân có dấu = và kết quả; làm tròn hay cắt bớt đều được.",
        local=True,
        find=_written,
    ),
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
    Rule(
        "KH435",
        Severity.WARNING,
        "Thành tiền khác số lượng nhân đơn giá",
        "Thành tiền ghi {stated}, số lượng nhân đơn giá được {made}",
        why="Các hàng khác đều là số lượng nhân đơn giá; hàng này có một số gõ nhầm.",
        wrong=_TABLE + "    - [Máy chủ, 2, 300, 500]\n",
        right=_TABLE + "    - [Máy chủ, 2, 300, 600]\n",
        fix="tính lại, hoặc sửa số ghi nhầm",
        limits="Chỉ xét bảng tự viết mà ít nhất hai phần ba số hàng tính đúng.",
        local=True,
        find=_products,
    ),
)
