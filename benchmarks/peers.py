"""The same text by docxtpl and by python-docx: a process of its own, as a user would write it.

python peers.py docxtpl TEMPLATE DATA.json OUT.docx
python peers.py python-docx DATA.json OUT.docx
"""

import json
import sys
from pathlib import Path
from typing import Any

from docx import Document  # noqa: TID251 - a contender here

_KINDS = {
    "heading": [f"Heading {level}" for level in range(1, 10)],
    "bullet": ["List Bullet", "List Bullet 2"],
    "line": ["Normal"],
}


def by_python_docx(parts: list[dict[str, Any]], out: str) -> None:
    """By the object API, rows gone through once: `table.cell` would be a hundred times slower."""
    document = Document()
    for part in parts:
        if part["kind"] == "table":
            _fill(document.add_table(len(part["rows"]), len(part["rows"][0])), part["rows"])
        else:
            document.add_paragraph(part["text"], _style(part))
    document.save(out)


def _fill(table: Any, rows: list[list[str]]) -> None:
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _style(part: dict[str, Any]) -> str:
    return _KINDS[part["kind"]][part.get("level", 1) - 1]


def by_docxtpl(template: str, parts: list[dict[str, Any]], out: str) -> None:
    """By a template that `make_template` wrote for text of this shape."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render({"parts": stretches(parts)}, autoescape=True)
    document.save(out)


def stretches(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Paragraphs up to a table, the table's rows, paragraphs up to the next, …"""
    found: list[dict[str, Any]] = [{"lines": []}]
    for part in parts:
        if part["kind"] == "table":
            found += [{"rows": part["rows"]}, {"lines": []}]
        else:
            found[-1]["lines"].append({"style": _style(part), "text": part["text"]})
    return found


def make_template(parts: list[dict[str, Any]], path: str) -> None:
    """The template: a loop over paragraphs and rows where the text has them."""
    document = Document()
    for at, stretch in enumerate(stretches(parts)):
        if "rows" in stretch:
            _template_table(document, at, len(stretch["rows"][0]))
        else:
            _template_lines(document, at, sorted({line["style"] for line in stretch["lines"]}))
    document.save(path)


def _template_lines(document: Any, at: int, styles: list[str]) -> None:
    document.add_paragraph(f"{{%p for line in parts[{at}].lines %}}")
    for style in styles:
        document.add_paragraph(f'{{%p if line.style == "{style}" %}}')
        document.add_paragraph("{{ line.text }}", style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


def _template_table(document: Any, at: int, columns: int) -> None:
    table = document.add_table(3, columns)
    table.cell(0, 0).text = f"{{%tr for row in parts[{at}].rows %}}"
    for column in range(columns):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"


def main(way: str, *names: str) -> None:
    *before, data, out = names
    parts = json.loads(Path(data).read_text(encoding="utf-8"))
    if way == "docxtpl":
        by_docxtpl(before[0], parts, out)
    else:
        by_python_docx(parts, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
