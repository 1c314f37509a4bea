"""Rows typed in a table itself, and the sums of the columns that say `cong`."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kehoach_cli.annotations import Literal
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.bang import Bang, Hang
from kehoach_cli.plan.scheme import roman
from kehoach_cli.plan.view_rows import (
    AWAITED,
    IN_GROUPS,
    IN_TOTAL,
    Value,
    ViewColumn,
    ViewRow,
    adds_up,
    is_awaited,
    or_blank,
    subtotal,
    with_totals,
)
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Node
from kehoach_cli.source.nodes import Sequence as NodeSequence
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal
from kehoach_cli.vietnamese.unreadable import Unreadable

NOTHING = ("", "-", "–", "—")
_BLANK = pattern(r"\[[^\[\]\n]+\]")
"""A cell that is yet to be filled in: "[điền số tiền]"; a rule of its own tells of it."""


class _Group:
    """A group row, None before the first, and the rows under it."""

    def __init__(self, head: Hang | None = None) -> None:
        self.head = head
        self.rows: list[Hang] = []


def own_rows(bang: Bang, columns: Sequence[ViewColumn]) -> list[ViewRow]:
    """The rows as typed; figures of summed columns as numbers, with the sums asked for."""
    groups = _groups(bang.hang or ())
    found = [row for label, group in groups for row in _group_rows(bang, columns, label, group)]
    body = or_blank(found, len(columns))
    sums = _sums(columns, [hang for _, group in groups for hang in group.rows], IN_TOTAL)
    return with_totals(bang, body, sums) if _has_sums(sums) else body


def _groups(rows: Iterable[Hang]) -> list[tuple[str, _Group]]:
    """The groups with their Roman numbers; first the rows that stand before any, in ""."""
    found = [("", _Group())]
    for hang in rows:
        if hang.nhom is not None:
            found.append((roman(len(found)), _Group(hang)))
        else:
            found[-1][1].rows.append(hang)
    return found


def _group_rows(
    bang: Bang, columns: Sequence[ViewColumn], label: str, group: _Group
) -> Iterator[ViewRow]:
    sums = _sums(columns, group.rows, IN_GROUPS)
    summed = _has_sums(sums)
    if group.head is not None:
        on_group = summed and bang.tong_nhom in (None, "dong_nhom")
        cells = filled(group.head, sums) if on_group else tuple(group.head.o or ())
        yield ViewRow("group", label, group.head.nhom or "", cells)
    added = [column.is_summed for column in columns]
    for hang in group.rows:
        kind: Literal["total", "item"] = "total" if hang.is_sum else "item"
        yield ViewRow(kind, "", hang.tong or "", typed_values(hang, added), label)
    if group.head is not None and summed and bang.tong_nhom == "dong_cong":
        yield subtotal(label, sums)


def filled(head: Hang, sums: Sequence[Value]) -> Sequence[Value]:
    """A group row's cells: its sums, and what is typed in the other columns."""
    if not head.o:
        return sums
    typed = [*head.o, *[""] * (len(sums) - len(head.o))]
    return [t if value is None else value for t, value in zip(typed, sums, strict=False)]


def typed_values(hang: Hang, added: Sequence[bool]) -> Sequence[Value]:
    """A row's cells, figures where a column is added up; a row typed in bold stays text."""
    cells = hang.o or []
    if hang.is_sum:
        return tuple(cells)
    known = [*added, *[False] * len(cells)]
    return [
        _number(text) if is_added else text for text, is_added in zip(cells, known, strict=False)
    ]


def _number(text: str) -> Value:
    """The number of a cell; as typed where it is none."""
    try:
        return text if text in NOTHING else parse_decimal(text)
    except Unreadable:
        return text


def _sums(
    columns: Sequence[ViewColumn], rows: Iterable[Hang], kinds: tuple[str, ...]
) -> Sequence[Value]:
    """The sum of each column whose `cong` is one of the kinds; None of the others."""
    added = [column.is_summed for column in columns]
    cells = [typed_values(hang, added) for hang in rows if not hang.is_sum]
    return [
        _sum(row[at] for row in cells if at < len(row))
        if column.is_summed and column.cot.cong in kinds
        else None
        for at, column in enumerate(columns)
    ]


def _has_sums(sums: Iterable[Value]) -> bool:
    return any(value is not None for value in sums)


def _sum(values: Iterable[Value]) -> Decimal:
    found = list(values)
    known = [value for value in found if isinstance(value, Decimal)]
    return AWAITED if not known and any(map(is_gap, found)) else sum(known, Decimal(0))


def is_gap(value: Value) -> bool:
    """Whether a cell is yet to be filled in."""
    return isinstance(value, str) and _BLANK.fullmatch(value) is not None


def check_sums(bang: Bang, columns: Sequence[ViewColumn]) -> Iterator[Fault]:
    """Cells that cannot be added, sums of groups typed otherwise, sums that nothing asks for."""
    if not any(column.is_summed for column in columns):
        for key in ("tong_cong", "tong_nhom"):
            if getattr(bang, key) not in (None, "khong"):
                yield Fault("KH047", bang.span(key), {"key": key})
        return
    added = [column.is_summed for column in columns]
    for _, group in _groups(bang.hang or ()):
        for hang in group.rows:
            yield from check_cells(hang, added)
        if group.head is not None:
            yield from check_sum(group.head, _sums(columns, group.rows, IN_GROUPS))


def check_cells(hang: Hang, added: Sequence[bool]) -> Iterator[Fault]:
    """Cells of columns that are added up, and that are no numbers."""
    for is_added, text, node in zip(added, hang.o or (), _nodes(hang), strict=False):
        if not is_added or hang.is_sum or text in NOTHING or is_gap(text):
            continue
        try:
            parse_decimal(text)
        except Unreadable as error:
            facts = {"text": text, "reason": error.reason}
            yield Fault("KH045", node.span, facts)


def check_sum(head: Hang, sums: Sequence[Value]) -> Iterator[Fault]:
    """A sum that is typed is compared, never printed."""
    for value, text, node in zip(sums, head.o or (), _nodes(head), strict=False):
        if not isinstance(value, Decimal) or is_awaited(value) or text in NOTHING:
            continue
        if _number(text) != value:
            yield Fault("KH046", node.span, {"text": text, "sum": format_decimal(value)})


def check_titles(bang: Bang, columns: Sequence[ViewColumn]) -> Iterator[Fault]:
    """Groups and sums whose title has no empty cell at the left, and is in no typed one."""
    for hang in bang.hang or ():
        cells = [cell.strip() for cell in hang.o or ()]
        taken = bool(cells and cells[0]) or bool(columns and adds_up(bang, columns[0]))
        if hang.nhom is not None and taken and hang.nhom.strip() not in cells:
            yield Fault("KH050", hang.span("nhom"), {"name": hang.nhom})
        if hang.tong is not None and cells[:1] > [""] and hang.tong.strip() not in cells:
            yield Fault("KH050", hang.span("tong"), {"name": hang.tong})


def _nodes(hang: Hang) -> list[Node]:
    """The places of a row's cells."""
    node = hang.at.get("o", hang.node)
    if isinstance(node, NodeSequence):
        return node.items
    return [] if node is None else [node]
