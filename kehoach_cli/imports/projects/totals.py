"""How a table of projects groups and adds up, as `bang` says it."""

from collections.abc import Sequence

from kehoach_cli.imports.projects.groups import Group
from kehoach_cli.imports.projects.rows import Rows
from kehoach_cli.imports.projects.sums import Stated, Sums
from kehoach_cli.imports.tables.figures import typed
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.vietnamese.numbers import format_decimal

_USUAL_TOTAL = "Tổng cộng"
KEPT = "giữ ở tong_ghi"
"""What becomes of a total that is not the sum of its rows."""


def groups_in(groups: Sequence[Group], codes: Sequence[str]) -> dict[str, Data]:
    """How groups stand and are numbered. `codes`: theirs."""
    if not groups[0].name:
        return {}
    found: dict[str, Data] = {"nhom_theo": "nhom"}
    if any(group.merged for group in groups):
        found["dong_nhom"] = "gộp"
    if any(group.sums_below for group in groups):
        found["tong_nhom"] = "dòng cộng"
    elif not any(group.sums for group in groups):
        found["tong_nhom"] = "không"
    again = [group.rows[0].number <= 1 for group in groups[1:]]
    if again and not all(again):
        anew: list[Data] = [code for code, new in zip(codes[1:], again, strict=True) if new]
        found |= {"stt_lai": anew} if anew else {"stt": "liên tục"}
    return found


def totals_in(rows: Rows) -> dict[str, Data]:
    """Where the grand total stands, and its name."""
    first, last = (() if one in rows.typed else one for one in (rows.first, rows.last))
    if not first and not last:
        return {"tong_cong": "không"}
    found: dict[str, Data] = {}
    if first:
        found["tong_cong"] = "cả hai" if last else "đầu"
    name = next(cell for cell in (first or last) if cell.strip())
    return found if name.strip() == _USUAL_TOTAL else {**found, "ten_tong_cong": name}


def with_typed(
    data: dict[str, Data], rows: Rows, sums: Sums, codes: Sequence[str]
) -> dict[str, Data]:
    """The table with rows that say more than a name and sums, as typed. `codes`: of groups."""
    found: list[Data] = []
    for group, code in zip(rows.groups, codes, strict=True):
        if group.more:
            more = [cell if at in group.more else "" for at, cell in enumerate(group.head)]
            found.append({"nhom": code, "o": list[Data](more)})
    for total in rows.typed:
        name = next(at for at, cell in enumerate(total) if cell.strip())
        cells = ["" if at == name else _as_typed(total, at, sums) for at in range(len(total))]
        found.append({"tong": total[name], "o": list[Data](cells)})
    if not found:
        return data
    opens = bool(rows.first) and rows.first in rows.typed
    return {"hang": found, **data} if opens else {**data, "hang": found}


def _as_typed(cells: Sequence[str], at: int, sums: Sums) -> str:
    """A cell of a total; money as a plan writes it."""
    value = sums.value(cells, at) if sums.fields[at].money else None
    return cells[at].strip() if value is None else typed(value)


def difference(one: Stated, group: str) -> str:
    """What is told of a total that is not the sum of its rows. `group`: its name."""
    is_whole = one.group < 0 and not group
    where = "tổng cộng" if is_whole else f"tổng của nhóm “{group or one.group + 1}”"
    stated, found = format_decimal(one.stated), format_decimal(one.found)
    return f"{where} ghi {stated}, các dòng cộng lại được {found}; {KEPT}"
