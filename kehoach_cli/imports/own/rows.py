"""The rows of a table that kehoach printed, as they are typed."""

from collections.abc import Sequence
from itertools import count

from kehoach_cli.document.summary_rows import SUM
from kehoach_cli.imports.pages.own_blocks import Box, OwnCell
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.own_rows import NOTHING
from kehoach_cli.plan.scheme import roman
from kehoach_cli.vietnamese.numbers import parse_decimal
from kehoach_cli.vietnamese.unreadable import Unreadable

_FIGURE = "o_nhom_so"
_BOLD = ("o_nhom", "o_nhom_stt", "o_nhom_giua", _FIGURE, SUM)
_GROUP = pattern(r"(?P<number>[IVXLC]+)\. (?P<name>.*)", 16)
_OF_GROUP = pattern(r"Cộng \((?P<number>[IVXLC]+)\)")
_USUAL_TOTAL = "Tổng cộng"


def rows_of(box: Box, columns: Sequence[dict[str, Data]], *, summed: bool) -> dict[str, Data]:
    """`hang` and what goes with it. `summed`: rows of sums are left to the program."""
    rows = _filled(box)
    if not summed:
        return _hang(rows)
    totals = [row for row in rows if _is_total(row) and not _of_group(row)]
    below = [row for row in rows if _of_group(row)]
    heads = [row for row in rows if _group(row) and any(c.style == _FIGURE for c in row[1:])]
    if not totals and not below and not heads:
        return _hang(rows)
    in_total = _figures(totals)
    summed_columns = in_total | _figures([*below, *heads])
    if not _add_up(rows, summed_columns):
        return _hang(rows)
    for at in sorted(summed_columns):
        columns[at]["cong"] = "có" if at in in_total else "nhóm"
    data: dict[str, Data] = {}
    if below:
        data["tong_nhom"] = "dòng cộng"
    elif not heads:
        data["tong_nhom"] = "không"
    data |= _totals(rows, totals)
    kept = [row for row in rows if row not in totals and row not in below]
    return {**data, **_hang([_without_sums(row, summed_columns) for row in kept])}


def _totals(rows: list[list[OwnCell]], totals: list[list[OwnCell]]) -> dict[str, Data]:
    if not totals:
        return {"tong_cong": "không"}
    name = totals[0][0].plain if totals[0][0].style != _FIGURE else _USUAL_TOTAL
    data: dict[str, Data] = {} if name == _USUAL_TOTAL else {"ten_tong_cong": name}
    if len(totals) > 1:
        return {**data, "tong_cong": "cả hai"}
    return {**data, "tong_cong": "đầu"} if rows[0] is totals[0] else data


def _is_total(row: Sequence[OwnCell]) -> bool:
    """Whether a row is one of sums: a title over the columns before the first figure, or none."""
    return _is_sum(row[0]) or all(cell.style == _FIGURE for cell in row)


def _is_sum(cell: OwnCell) -> bool:
    """Whether a cell is the title of a row of sums; in older files one over several columns."""
    return cell.style == SUM or (cell.style == "o_nhom_giua" and cell.span > 1)


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
            if cell.text and (cell.style == _FIGURE or (at and row[0].style == SUM)):
                found.add(at)
            at += cell.span
    return found


def _add_up(rows: Sequence[Sequence[OwnCell]], columns: set[int]) -> bool:
    """Whether what items have in these columns are figures, or nothing."""
    items = [row for row in rows if not any(cell.style in _BOLD for cell in row)]
    cells = [cell for row in items for at, cell in enumerate(row) if at in columns]
    return all(_is_figure(cell.text.strip()) for cell in cells)


def _is_figure(text: str) -> bool:
    try:
        if text not in NOTHING:
            parse_decimal(text)
    except Unreadable:
        return False
    return True


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


def _hang(rows: Sequence[Sequence[OwnCell]]) -> dict[str, Data]:
    """The rows as typed, groups numbered by the program, apart from their titles or not."""
    numbers = count(1)
    apart: dict[str, Data] = {"dong_nhom": "tách"} if any(map(_is_apart, rows)) else {}
    return {**apart, "hang": [_row(row, numbers) for row in rows]}


def _row(row: Sequence[OwnCell], numbers: "count[int]") -> Data:
    bold = any(cell.style in _BOLD for cell in row)
    said = ((cell.plain if bold else cell.text, cell.span) for cell in row)
    texts: list[Data] = [text for own, span in said for text in (own, *[""] * (span - 1))]
    name = _name_of_group(row, numbers)
    if name:
        return {"nhom": name, **_figures_behind(texts, sum(c.span for c in row[: _title_end(row)]))}
    if _is_sum(row[0]):
        return {"tong": row[0].plain, **_figures_behind(texts, row[0].span)}
    if bold:
        return {"o": texts, "dam": "có"}
    return texts if any(texts) else [""]


def _figures_behind(texts: list[Data], span: int) -> dict[str, Data]:
    """The cells behind a title that stands over some columns."""
    blank: list[Data] = ["" for _ in range(span)]
    return {"o": [*blank, *texts[span:]]} if any(texts[span:]) else {}


def _is_apart(row: Sequence[OwnCell]) -> bool:
    """Whether the number of a group stands in a cell of its own."""
    return row[0].style == "o_nhom_stt" and len(row) > 1 and row[1].style == "o_nhom"


def _title_end(row: Sequence[OwnCell]) -> int:
    return 2 if _is_apart(row) else 1


def _name_of_group(row: Sequence[OwnCell], numbers: "count[int]") -> str:
    """What a group is called; "" for a row of another kind, or of a number out of turn."""
    if _is_apart(row):
        number, name = row[0].plain, row[1].plain
    else:
        match = _GROUP.fullmatch(row[0].plain) if row[0].style == "o_nhom" else None
        number, name = (match["number"], match["name"]) if match else ("", "")
    return name if number and number == roman(next(numbers)) else ""
