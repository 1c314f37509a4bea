"""The rows of a table that kehoach printed, as they are typed."""

from collections.abc import Sequence
from itertools import count

from kehoach_cli.imports.own.blocks import Box, OwnCell
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import roman

_BOLD = ("o_nhom", "o_nhom_stt", "o_nhom_giua", "o_nhom_so")
_SUM = "o_nhom_so"
_GROUP = pattern(r"(?P<number>[IVXLC]+)\. (?P<name>.*)", 16)
_OF_GROUP = pattern(r"Cộng \((?P<number>[IVXLC]+)\)")
_USUAL_TOTAL = "Tổng cộng"


def rows_of(box: Box, columns: Sequence[dict[str, Data]], *, summed: bool) -> dict[str, Data]:
    """`hang` and what goes with it. `summed`: rows of sums are left to the program."""
    rows = _filled(box)
    if not summed:
        return {"hang": _typed(rows)}
    totals = [row for row in rows if _is_total(row) and not _of_group(row)]
    below = [row for row in rows if _of_group(row)]
    heads = [row for row in rows if _group(row) and any(c.style == _SUM for c in row[1:])]
    if not totals and not below and not heads:
        return {"hang": _typed(rows)}
    in_total = _figures(totals)
    summed_columns = in_total | _figures([*below, *heads])
    for at in sorted(summed_columns):
        columns[at]["cong"] = "có" if at in in_total else "nhóm"
    data: dict[str, Data] = {}
    if below:
        data["tong_nhom"] = "dòng cộng"
    elif not heads:
        data["tong_nhom"] = "không"
    data |= _totals(rows, totals)
    kept = [row for row in rows if row not in totals and row not in below]
    return {**data, "hang": _typed([_without_sums(row, summed_columns) for row in kept])}


def _totals(rows: list[list[OwnCell]], totals: list[list[OwnCell]]) -> dict[str, Data]:
    if not totals:
        return {"tong_cong": "không"}
    name = totals[0][0].text if totals[0][0].style != _SUM else _USUAL_TOTAL
    data: dict[str, Data] = {} if name == _USUAL_TOTAL else {"ten_tong_cong": name}
    if len(totals) > 1:
        return {**data, "tong_cong": "cả hai"}
    return {**data, "tong_cong": "đầu"} if rows[0] is totals[0] else data


def _is_total(row: Sequence[OwnCell]) -> bool:
    """Whether a row is one of sums: a title over the columns before the first figure."""
    first, *others = row
    return first.style in ("o_nhom_giua", _SUM) and all(cell.style == _SUM for cell in others)


def _of_group(row: Sequence[OwnCell]) -> bool:
    return _is_total(row) and bool(_OF_GROUP.fullmatch(row[0].text))


def _group(row: Sequence[OwnCell]) -> bool:
    return row[0].style == "o_nhom" and bool(_GROUP.fullmatch(row[0].text))


def _figures(rows: Sequence[Sequence[OwnCell]]) -> set[int]:
    """The columns that hold a sum in any of the rows."""
    found: set[int] = set()
    for row in rows:
        at = 0
        for cell in row:
            if cell.style == _SUM and cell.text:
                found.add(at)
            at += cell.span
    return found


def _without_sums(row: list[OwnCell], summed: set[int]) -> list[OwnCell]:
    """A group's row without what is added up."""
    if not _group(row):
        return row
    found: list[OwnCell] = []
    at = 0
    for cell in row:
        found.append(OwnCell([], cell.span) if at in summed else cell)
        at += cell.span
    return found


def _filled(box: Box) -> list[list[OwnCell]]:
    """The rows of the body, cells merged downwards repeated."""
    rows: list[list[OwnCell]] = []
    above: dict[int, OwnCell] = {}
    for row in box.rows[box.head :]:
        found: list[OwnCell] = []
        at = 0
        for cell in row:
            found.append(above.get(at, cell) if cell.down == "on" else cell)
            above[at] = found[-1]
            at += cell.span
        rows.append(found)
    return rows


def _typed(rows: Sequence[Sequence[OwnCell]]) -> list[Data]:
    numbers = count(1)
    return [_row(row, numbers) for row in rows]


def _row(row: Sequence[OwnCell], numbers: "count[int]") -> Data:
    texts: list[Data] = [text for cell in row for text in (cell.text, *[""] * (cell.span - 1))]
    match = _GROUP.fullmatch(row[0].text) if row[0].style == "o_nhom" else None
    if match and match["number"] == roman(next(numbers)):
        rest = texts[row[0].span :]
        blank: list[Data] = ["" for _ in range(row[0].span)]
        said: dict[str, Data] = {"o": [*blank, *rest]} if any(rest) else {}
        return {"nhom": match["name"], **said}
    if any(cell.style in _BOLD for cell in row):
        return {"o": texts, "dam": "có"}
    return texts if any(texts) else [""]
