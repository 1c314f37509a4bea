"""How the cells of a Word table stand: on the left, in the middle, on the right."""

from collections import defaultdict
from typing import Any

from kehoach_cli.imports.docx.package import NS, said, whole
from kehoach_cli.imports.tables.alignment import standing

_WAYS = {"center": "giữa", "right": "phải", "end": "phải"}
_MOST_COLUMNS = 200


def columns_standing(element: Any, head: int) -> dict[int, str]:
    """By column, from 0, how nearly all its cells stand. `head`: rows of headings."""
    found: dict[int, list[str]] = defaultdict(list)
    for row in element.findall(f"{NS}tr")[max(head, 1) :]:
        column = whole(said(row.find(f"{NS}trPr"), "gridBefore"), _MOST_COLUMNS)
        for cell in row.findall(f"{NS}tc"):
            width = max(whole(said(cell.find(f"{NS}tcPr"), "gridSpan"), _MOST_COLUMNS), 1)
            way = said(cell.find(f"{NS}p/{NS}pPr"), "jc") or ""
            if width == 1 and any(text.text for text in cell.iter(f"{NS}t")):
                found[column].append(_WAYS.get(way, ""))
            column += width
    return standing(found)
