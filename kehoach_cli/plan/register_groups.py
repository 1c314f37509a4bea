"""The groups of a table: rows of a register, and rows typed in the table among them."""

from collections.abc import Iterable, Sequence

from kehoach_cli.plan.bang import Bang, Hang
from kehoach_cli.plan.ledger import group_keys
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import typed_values
from kehoach_cli.plan.paths import Item
from kehoach_cli.plan.table_items import items_of, register_of
from kehoach_cli.plan.view_rows import (
    Value,
    ViewColumn,
    adds_up,
)
from kehoach_cli.values import Values


class OwnLine(Values):
    """A row typed in the table, its cells as many as the columns."""

    hang: Hang
    cells: Sequence[Value]
    numbered: bool


Line = Item | OwnLine


class Group(Values):
    """Rows under one head. `title`: "" of rows in no group; `head`: where the table types one."""

    key: str
    title: str
    lines: list[Line]
    head: Hang | None


def groups_of(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> list[Group]:
    """The groups that have rows or a head of their own, in the order of print.

    Own rows stand before or behind those of the register as typed; a head of theirs that names
    a group of the register adds to it. Rows in no group come last, unless they are typed first.
    """
    grouping = bang.nhom_theo
    known = group_keys(plan, grouping, register_of(bang, plan)) if grouping else []
    titles = {key: plan.group_label(grouping or "", key) for key in known}
    above = _ABOVE if grouping and bang.starts_with_own else ""
    heads, own = _own_lines(bang, columns, titles, above)
    items: list[tuple[str, Line]] = [
        (getattr(item, grouping or "", None) or "", item) for item in items_of(bang, plan)
    ]
    members: dict[str, list[Line]] = {key: [] for key in _order(bang, [*heads], known)}
    for key, line in (*own, *items) if bang.starts_with_own else (*items, *own):
        members.setdefault(key, []).append(line)
    titles |= {key: head.nhom or "" for key, head in heads.items() if key not in titles}
    return [
        Group(key, titles.get(key, ""), lines, heads.get(key))
        for key, lines in members.items()
        if lines or key in heads
    ]


_ABOVE = "\n"
"""The key of own rows that stand above all groups; no text of one line can be it."""


def _order(bang: Bang, heads: Sequence[str], known: Sequence[str]) -> Iterable[str]:
    if bang.nhom_theo is None:
        return ("", *heads)
    new = [key for key in heads if key not in known]
    return (_ABOVE, *new, *known, "") if bang.starts_with_own else (*known, *new, "")


def _own_lines(
    bang: Bang, columns: Sequence[ViewColumn], titles: dict[str, str], above: str
) -> tuple[dict[str, Hang], list[tuple[str, Line]]]:
    """The heads by the group that each opens, and the own rows with their groups."""
    by_title = {title: key for key, title in titles.items()}
    heads: dict[str, Hang] = {}
    lines: list[tuple[str, Line]] = []
    at = above
    for hang in bang.hang or ():
        if hang.nhom is None:
            lines.append((at, _own_line(bang, hang, columns)))
        else:
            at = hang.nhom if hang.nhom in titles else by_title.get(hang.nhom, hang.nhom)
            heads.setdefault(at, hang)
    return heads, lines


def _own_line(bang: Bang, hang: Hang, columns: Sequence[ViewColumn]) -> OwnLine:
    """A row typed in the table; where its place for the running number is free it is counted."""
    typed = typed_values(hang, [adds_up(bang, column) for column in columns])
    cells = [*typed, *[""] * (len(columns) - len(typed))]
    taken = any(column.is_number and cell for column, cell in zip(columns, cells, strict=False))
    return OwnLine(hang, cells, not (taken or hang.is_sum))
