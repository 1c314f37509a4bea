"""KH433, KH435: sums and products that a text or a row writes out."""

import re
from collections.abc import Iterator
from decimal import Decimal

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
