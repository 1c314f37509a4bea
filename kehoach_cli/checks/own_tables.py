"""Tables with rows of their own, read as a person reads them: figures, numbers, groups, totals."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kehoach_cli.plan.bang import Bang, Cot, Hang
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.numbers import as_decimal
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import MoneyUnit, parse_unit
from kehoach_cli.vietnamese.unreadable import Unreadable

TOTAL, CAPITAL, ROMAN, ITEM, PART = range(5)
"""How deep a row stands; groups are CAPITAL and ROMAN."""

_NO_SUMS = r"%|ty le|ti le|binh quan|trung binh|don gia|he so|thoi gian|quyet dinh|ghi chu|xep|diem"
_NUMBER = r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+"
_SUM = (
    r"(?:tổng(?: cộng| số| kinh phí| vốn| mức đầu tư| nhu cầu)*|cộng)"
    r"\s*(?:[:.(/].*|(?:nhóm|mục|phần|năm|các|của|toàn|giai đoạn|[ivx]+|[a-h])\b.*)?"
)
_UNIT = r"(?:ty|ti|trieu|nghin|ngan)? ?dong\b"
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"


class Cell:
    """A cell as typed. `value`: its figure, None where it has none."""

    def __init__(self, text: str, value: Decimal | None, node: Node) -> None:
        self.text, self.value, self.node = text, value, node

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it, or a dash."""
        return self.text in ("", "-", "–")


class Row:
    """A row. `label`: what stands in the column of numbers; `level`: how deep it stands."""

    def __init__(self, hang: Hang, cells: list[Cell]) -> None:
        self.hang, self.cells = hang, cells
        self.label = self.name = ""
        self.level = ITEM
        self.children: list[Row] = []

    def value(self, column: int) -> Decimal | None:
        """The figure in a column."""
        return self.cells[column].value if column < len(self.cells) else None

    def span(self, column: int) -> Span:
        """The place of a cell; of the row where it is too short."""
        return self.cells[column].node.span if column < len(self.cells) else self.hang.span()


class OwnTable(Values):
    """A table. `numbers`: the column of row numbers; `figures`: those that can be added up."""

    bang: Bang
    columns: list[Cot]
    headings: list[str]
    rows: list[Row]
    numbers: int | None
    figures: list[int]
    english: bool

    @property
    def items(self) -> list[Row]:
        """The rows that are no group and no total."""
        return [row for row in self.rows if row.level >= ITEM]

    @property
    def unit(self) -> MoneyUnit | None:
        """The unit of money that the table, or the first of its headings with one, names."""
        named = (unit_of(heading) for heading in self.headings)
        return unit_of(fold(self.bang.don_vi_tinh or "")) or next(filter(None, named), None)


def unit_of(text: str) -> MoneyUnit | None:
    """The unit of money that a folded text names."""
    match = re.search(_UNIT, text) if "dong" in text else None
    if match is None or re.search(r"(?:lao|hoat|hanh|cong|hoi|hop) ?dong", text):
        return None
    try:
        return parse_unit(match[0].strip())
    except Unreadable:
        return None


def own_tables(tables: Iterable[Bang]) -> list[OwnTable]:
    """Those of a plan's tables that have rows of their own only."""
    return [_read(bang) for bang in tables if bang.hang and bang.cot and not bang.shows_register]


def _read(bang: Bang) -> OwnTable:
    columns = [leaf for top in bang.cot or () for leaf in top.leaves()]
    headings = [" ".join(names) for top in bang.cot or () for names in _headings(top)]
    typed = [(hang, list(_nodes(hang))) for hang in bang.hang or ()]
    english = _is_english([_text(node) for _, nodes in typed for node in nodes])
    rows = [Row(hang, [_cell(node, english) for node in nodes]) for hang, nodes in typed]
    numbers = next((i for i, name in enumerate(headings) if _numbers_rows(name)), None)
    for row in rows:
        _place(row, numbers)
    table = OwnTable(bang, columns, headings, rows, numbers, [], english)
    _nest(rows)
    figures = [i for i in range(len(columns)) if i != numbers and _adds_up(table, i)]
    return table.but(figures=figures)


def _headings(cot: Cot) -> Iterator[list[str]]:
    """The folded headings over each leaf, from the top."""
    own = fold(cot.ten or "")
    if not cot.cot:
        yield [own]
    for inner in cot.cot or ():
        yield from ([own, *names] for names in _headings(inner))


def _nodes(hang: Hang) -> Iterator[Node]:
    node = hang.at.get("o") if isinstance(hang.node, Mapping) else hang.node
    if isinstance(node, Sequence):
        yield from node.items


def _text(node: Node) -> str:
    text = node.value.strip() if isinstance(node, Scalar) else ""
    return text.strip("*") if len(text) > 1 else text


def _cell(node: Node, english: bool) -> Cell:
    text = _text(node)
    return Cell(text, figure(text, english), node)


def figure(text: str, english: bool = False) -> Decimal | None:
    """The number that a cell is; `english`: thousands stand after commas."""
    if not text or not (text[-1].isdigit() and (text[0].isdigit() or text[0] in "-+")):
        return None
    if english and re.fullmatch(_ENGLISH, text):
        return Decimal(text.replace(",", ""))
    if not re.fullmatch(_NUMBER, text):
        return None
    return as_decimal(text)


def _is_english(texts: list[str]) -> bool:
    """Whether a table groups thousands by commas: every comma has three digits after it."""
    commas = [text for text in texts if re.fullmatch(r"\d+(?:,\d+)+", text)]
    dots = any(re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text) for text in texts)
    return bool(commas) and not dots and all(re.fullmatch(_ENGLISH, text) for text in commas)


def _numbers_rows(heading: str) -> bool:
    return heading.rstrip(".") in ("stt", "tt", "so tt", "so thu tu", "st t")


def _place(row: Row, numbers: int | None) -> None:
    """Tell a row's number, name and level."""
    cells = row.cells
    label = cells[numbers : numbers + 1] if numbers is not None else []
    row.label = label[0].text.rstrip(".)") if label else ""
    names = (c.text for i, c in enumerate(cells) if i != numbers and c.text and c.value is None)
    row.name = row.hang.nhom or row.hang.tong or next(names, "")
    row.level = _level(row, numbers is not None)


def _level(row: Row, numbered: bool) -> int:
    if row.hang.nhom is not None:
        return ROMAN
    if any(is_sum(text) for text in (row.label, row.name)):
        return ROMAN if _of_group(fold(row.name or row.label)) else TOTAL
    if re.fullmatch(_ROMAN, row.label):
        return ROMAN
    if re.fullmatch("[A-HK-U]", row.label):
        return CAPITAL
    if re.match(r"[-+•]|trong do\b", fold(row.name)):
        return PART
    return ITEM if not numbered or row.label.isdigit() else PART


def is_sum(text: str) -> bool:
    """Whether a text heads a row of sums: "Tổng cộng", "Cộng (I)"."""
    return re.fullmatch(_SUM, text.casefold()) is not None


def _of_group(name: str) -> bool:
    return (
        re.fullmatch(r"(?:tong )?cong(?: nhom| muc| phan)? ?\(?(?:[ivx]+|[a-h])\)?", name)
        is not None
    )


def _adds_up(table: OwnTable, column: int) -> bool:
    """Whether a column holds amounts: nearly all its cells are figures, and it is no share."""
    if re.search(_NO_SUMS, table.headings[column]):
        return False
    cells = [row.cells[column] for row in table.items if column < len(row.cells)]
    filled = [cell for cell in cells if not cell.is_blank]
    known = [cell.value for cell in filled if cell.value is not None]
    years = all(1990 <= value <= 2100 and value == int(value) for value in known)
    return bool(known) and len(known) * 5 >= len(filled) * 4 and not years


def _nest(rows: list[Row]) -> None:
    """Put each row under the nearest less deep one above it; sums stand apart."""
    path: list[Row] = []
    for row in rows:
        if row.level == TOTAL or is_sum(row.name) or is_sum(row.label):
            continue
        while path and path[-1].level >= row.level:
            path.pop()
        if path:
            path[-1].children.append(row)
        path.append(row)
