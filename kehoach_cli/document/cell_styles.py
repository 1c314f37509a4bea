"""How the cells of a table's columns stand: words on the left, figures under one another."""

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.view_rows import View
from kehoach_cli.vietnamese.text import fold

ALIGNED = {"trai": "o_chu", "giua": "o_giua", "phai": "o_so"}
_CENTRED = ("thoi_gian", "don_vi_tinh")
_CENTRED_HEADINGS = ("tt", "stt", "so tt", "so thu tu", "don vi tinh", "don vi do", "dvt")
_MEASURED = ("hien_trang", "gia_tri")
_AMOUNT = pattern(r"[-–]?\d[\d.]*(,\d+)?|[-–]")
_FIGURE = pattern(
    r"((trên|dưới|từ|tối thiểu|ít nhất|khoảng|[≥≤<>+-]) ?)?\d[\d.,/-]*( ?%)?|[-–xX✓√]"
)


def column_styles(view: View) -> list[str]:
    """The style of each column's cells: as said, else by what it holds."""
    return [_column_style(view, at) for at in range(len(view.columns))]


def _column_style(view: View, at: int) -> str:
    column = view.columns[at]
    if column.cot.can_le:
        return ALIGNED[column.cot.can_le]
    if column.holds_figures:
        return "o_so"
    names = [getattr(path, "name", "") for path in column.paths]
    if column.is_number or fold(column.cot.ten or "") in _CENTRED_HEADINGS:
        return "o_giua"
    if any(name in _CENTRED for name in names):
        return "o_giua"
    typed = not names
    return _by_values(view, at) if typed or names[0].startswith(_MEASURED) else "o_chu"


def _by_values(view: View, at: int) -> str:
    """Typed numbers stand under one another; figures of targets, shares, marks in the middle."""
    column = view.columns[at]
    texts = {str(row.cells[at]) for row in view.rows if at < len(row.cells) and row.cells[at]}
    if not texts or not all(map(_FIGURE.fullmatch, texts)):
        return "o_chu"
    return "o_giua" if column.paths or not all(map(_AMOUNT.fullmatch, texts)) else "o_so"
