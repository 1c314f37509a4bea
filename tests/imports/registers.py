"""Plans with tables of projects that tests make."""

from typing import Any

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.pages.model import Grid, Line, Pages, Spans
from kehoach_cli.imports.proof import faults_in

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH A", "KẾ HOẠCH", "Ứng dụng CNTT năm 2024", "I. KINH PHÍ", "Như phụ lục.",
    "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
)  # fmt: skip
HEAD = "TT|Tên dự án|Kinh phí"


def draft_with(*tables: str, spans: Spans | None = None, unit: str = "triệu đồng") -> Any:
    """The draft of a plan with an appendix for each table; "|" parts cells."""
    blocks: list[Line | Grid] = [Line(text, str(at)) for at, text in enumerate(PLAN)]
    for at, table in enumerate(tables, 1):
        rows = [row.split("|") for row in table.split("\n")]
        blocks += [Line(f"PHỤ LỤC {at}", "p"), Line("DANH MỤC", "p")]
        blocks += [Line(f"Đơn vị tính: {unit}", "u")] if unit else []
        blocks.append(Grid(rows, f"bảng {at}", spans or {}))
    draft = drafted(Pages(blocks))
    assert faults_in(draft) == []
    return draft


def table_of(draft: Any, at: int = 0) -> Any:
    """A table of an appendix."""
    return draft.data["phu_luc"][at]["bang"]
