"""KH427-KH428: one thing told twice in tables that have rows of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from kehoach_cli.checks.own_tables import OwnTable, Row
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.text import fold

_LONG = 12  # letters of a name that tells one thing from another


def _elsewhere(subject: Subject) -> Iterator[Found]:
    """Figures of a thing that another table, or the register, has otherwise."""
    items = subject.plan.du_an or () if subject.own_tables else ()
    projects = {_name(item.ten or ""): item for item in items}
    seen: dict[tuple[str, str], tuple[Row, int]] = {}
    for table in subject.own_tables:
        unit = table.unit or subject.unit
        keys = {column: _meaning(table.headings[column]) for column in table.figures}
        long = [row for row in table.items if len(_name(row.name)) >= _LONG]
        for row, (column, key) in product(long, keys.items()):
            value, name = row.value(column), _name(row.name)
            if value is None or not key:
                continue
            facts = _other(seen, (name, f"{key} {unit}"), row, column)
            if not facts and unit == subject.unit:
                facts = _registered(projects.get(name), key, value)
            if facts:
                yield Found(row.span(column), {**facts, "own": format_decimal(value)})
        for row in table.items:
            for column, key in keys.items():
                seen.setdefault((_name(row.name), f"{key} {unit}"), (row, column))


def _name(text: str) -> str:
    return fold(text).strip(" .;,:-+")


def _other(
    seen: dict[tuple[str, str], tuple[Row, int]], key: tuple[str, str], row: Row, column: int
) -> dict[str, str]:
    first, there = seen.get(key, (row, column))
    other = first.value(there)
    if other is None or other == row.value(column):
        return {}
    line = str(first.span(there).first.line)
    return {"name": row.name, "other": format_decimal(other), "where": f"dòng {line}"}


def _registered(item: DuAn | None, key: str, value: Decimal) -> dict[str, str]:
    """What the register has where no measure of it has the figure of a cell."""
    time = next((word for word in key.split() if read_time(word)), None)
    plain = key in ("tong", time)
    if item is None or not plain:
        return {}
    measures = ("", *(item.kinh_phi or {}))
    known = [item.amount(measure, time, None) for measure in measures]
    amounts = [amount for amount in known if amount is not None]
    if not amounts or value in amounts:
        return {}
    line = str(item.span("ten").first.line)
    return {
        "name": item.ten or "",
        "other": format_decimal(amounts[0]),
        "where": f"danh mục, dòng {line}",
    }


_FILLING = frozenset(
    ("du", "kien", "nhu", "cau", "ke", "hoach", "kinh", "phi", "von", "nam", "muc")
)


def _meaning(heading: str) -> str:
    """What a column of money shows, in words that two tables may share; "" if nothing plain."""
    words = re.findall(r"[a-z0-9]+", heading)
    times = [word for word in words if read_time(word)]
    if not times:
        return "tong" if "tong" in words or words == ["tmdt"] else ""
    if len(times) > 1:
        return ""
    return " ".join(sorted(set(words) - _FILLING - {"cong", "tong"}))


def _twice(subject: Subject) -> Iterator[Found]:
    """Rows with equal names and figures, and equal texts but for remarks."""
    for table in subject.own_tables:
        seen: dict[tuple[object, ...], list[Row]] = {}
        for row in table.items:
            figures = tuple(row.value(column) for column in table.figures)
            if len(row.name.split()) < 4 or not any(figures):
                continue
            alike = seen.setdefault((_name(row.name), *figures), [])
            first = next((other for other in alike if _says_the_same(row, other, table)), None)
            alike.append(row)
            if first is not None:
                line = str(first.hang.span().first.line)
                yield Found(row.hang.span(), {"name": row.name, "line": line})


def _says_the_same(row: Row, other: Row, table: OwnTable) -> bool:
    """Whether the texts of two rows are equal: "xã A, thôn 1" is not "xã A, thôn 2"."""
    pairs = enumerate(zip(row.cells, other.cells, strict=False))
    return all(
        _name(one.text) == _name(two.text)
        for column, (one, two) in pairs
        if column != table.numbers and not table.headings[column].endswith("ghi chu")
    )


_HEAD = "noi_dung:\n- muc: Kinh phí\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Kinh phí}]\n"
_OTHER = (
    "- muc: Vốn\n  bang:\n    cot: [{ten: TT}, {ten: Dự án}, {ten: Tổng kinh phí}]\n"
    "    hang: [[1, Tin học hóa Sở Tư pháp, 2.050], [2, Mạng LAN, 100]]\n"
)
_TABLES = "noi_dung:\n" + _OTHER + _OTHER.replace("muc: Vốn", "muc: Vốn năm nay")

RULES: tuple[Rule, ...] = (
    Rule(
        "KH427",
        Severity.WARNING,
        "Một dự án hai số khác nhau",
        "“{name}” ở đây ghi {own}, ở {where} ghi {other}",
        why="Cùng một dự án, cùng một năm thì chỉ có một số; người đọc không biết theo số nào.",
        wrong=_TABLES.replace("2.050", "5.000", 1),
        right=_TABLES,
        fix="thống nhất hai chỗ; hai số liệu khác nhau thì ghi rõ ở tên cột",
        limits="Chỉ so dự án cùng tên, cột cùng năm, nguồn hay cùng là tổng.",
        find=_elsewhere,
    ),
    Rule(
        "KH428",
        Severity.WARNING,
        "Hàng ghi hai lần",
        "“{name}” đã có ở dòng {line}, cùng số",
        why="Một việc ghi hai lần thì tiền được cộng hai lần.",
        wrong=_HEAD + "    hang: [[1, Mạng LAN cấp huyện, 200], [2, Mạng LAN cấp huyện, 200]]\n",
        right=_HEAD + "    hang: [[1, Mạng LAN cấp huyện, 200], [2, Mạng LAN cấp xã, 200]]\n",
        fix="bỏ một hàng, hoặc ghi rõ chỗ khác nhau",
        limits="Chỉ so hàng mà mọi ô giống hệt, không kể số thứ tự, ghi chú, dấu và chữ hoa.",
        find=_twice,
    ),
)
