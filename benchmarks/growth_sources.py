"""Files for `import` that have n of one thing: text, web pages, Word files, workbooks."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docx import Document
from growth_plans import Made
from openpyxl import Workbook

_TOP = """\
UBND TỈNH HÒA AN
SỞ SỐ HÓA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-SSH
Hòa An, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Chuyển đổi số của Sở Số hóa năm 2026

"""
_BASES = "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;\n"
_ISSUES = "Sở Số hóa ban hành Kế hoạch như sau:\n\nI. MỤC TIÊU\n"
_END = "Trên đây là Kế hoạch./.\n\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn An\n"
_HEAD = ("TT", "Tên dự án", "Chủ trì", "Tổng kinh phí")

Row = tuple[Any, ...]
LINES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda i: f"Xây dựng nền tảng dùng chung số {i}, bảo đảm an toàn cho các xã.",
    "bullets": lambda i: f"{'-+'[i % 2]} Kết nối cơ sở dữ liệu số {i} với các xã, phường;",
    "sections": lambda i: f"{i % 90 + 1}. Nội dung thứ {i}\nXây dựng nền tảng số {i}.",
    "decimals": lambda i: f"{i // 100 + 1}.{i % 99 + 1}. Nội dung thứ {i}",
    "lines without an end": lambda i: f"việc {i} làm xong",
    "lines with a comma": lambda i: f"việc {i} làm xong,",
    "wrapped lines": lambda i: (
        "kết nối với cơ sở dữ liệu quốc gia bảo đảm an toàn thông tin cho "
        + ("các xã của" if i % 9 else "các xã.")
    ),
    "capitals": lambda i: f"XÂY DỰNG NỀN TẢNG {i}",
    "short lines": lambda i: f"Việc {i}",
    "numbers": str,
    "numbers and lines": lambda i: f"{i}\nViệc {i}",
    "a cell a line": lambda i: f"{i}\nHệ thống {i}\nSở Y tế\n{i}.500",
    "names of columns": lambda _i: "TT\nNội dung\nThời gian\nKinh phí\nViệc",
    "tabs": lambda i: f"Việc {i}\tXong",
    "tabs of two kinds": lambda i: f"Việc {i}\tXong" + ("\tb\tc" if i % 2 else ""),
    "tabs before": lambda i: f"\tViệc {i}\nrồi tiếp",
    "bars": lambda i: f"| {i} | Việc {i} | Quý I |",
    "a bar behind": lambda i: f"Việc {i} |",
    "rules of bars": lambda _i: "|---|---|",
    "gaps": lambda i: f"{i:<6} Việc số {i:<10}     Quý I",
    "boxes": lambda i: f"│ {i % 99:<3}│ Việc │",
    "boxes begun": lambda _i: "┌────┬──────┐",
    "drawn rows": lambda _i: "| 1  | Việc |\n+----+------+",
    "blank lines": lambda _i: "\n\n",
    "heads": lambda i: f"UBND XÃ {i}\tCỘNG HÒA XÃ HỘI",
    "targets": lambda i: f"- Tỷ lệ hồ sơ loại {i} nộp trực tuyến đạt {i % 100}%.",
    "money": lambda i: f"- Kinh phí việc {i}: {i} triệu đồng (tỉnh {i // 2}, huyện {i - i // 2});",
    "references": lambda i: f"{i % 90 + 1}. Việc {i}\nTheo Mục I.{i % 90 + 1} và Phụ lục {i}.",
    "citations": lambda i: f"Theo Nghị định số {i}/2020/NĐ-CP ngày 05 tháng 3 năm 2020.",
    "footnotes": lambda i: f"Xã {i} có mạng[{i}].",
}
"""Lines of a plain text, or several, each time."""


def _text(body: str, *, top: str = _TOP, bases: str = _BASES, end: str = _END) -> Made:
    return {"plan.txt": f"{top}{bases}{_ISSUES}{body}{end}".encode()}


def _page(body: str) -> Made:
    return {"plan.html": f"<html><body>{body}</body></html>".encode()}


def _rows(count: int) -> Iterable[Row]:
    return ((i, f"Hệ thống {i}", "Sở Y tế", "1.500") for i in range(1, count + 1))


def _cells(rows: Iterable[Sequence[object]], row: str, cell: str) -> str:
    """Rows of cells in the marks of a file, `{}` where what is inside stands."""
    return "".join(row.format("".join(cell.format(value) for value in one)) for one in rows)


def _page_table(rows: Iterable[Sequence[object]]) -> str:
    return f"<table>{_cells(rows, '<tr>{}</tr>', '<td>{}</td>')}</table>"


_PAR = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'


def _word_table(rows: Iterable[Sequence[object]]) -> str:
    return f"<w:tbl>{_cells(rows, '<w:tr>{}</w:tr>', f'<w:tc>{_PAR}</w:tc>')}</w:tbl>"


def _word(body: str) -> Made:
    """An empty file of python-docx with such a body."""
    empty, made = io.BytesIO(), io.BytesIO()
    Document().save(empty)
    with zipfile.ZipFile(empty) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + body.encode(), 1)
            new.writestr(name, data)
    return {"plan.docx": made.getvalue()}


def _book(*sheets: Iterable[Sequence[object]]) -> Made:
    book, made = Workbook(write_only=True), io.BytesIO()
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Trang {number}")
        for row in rows:
            sheet.append(row)
    book.save(made)
    return {"plan.xlsx": made.getvalue()}


def _csv(head: str, row: Callable[[int], str]) -> Callable[[int], Made]:
    return lambda n: {"plan.csv": "\n".join([head, *map(row, range(1, n))]).encode()}


def _merged_down(n: int) -> str:
    first = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>'
    more = first.replace(' w:val="restart"', "")
    rows = (f"{more if i else first}<w:tc>{_PAR.format(i)}</w:tc>" for i in range(n))
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


SOURCES: dict[str, Callable[[int], Made]] = {
    **{
        kind: lambda n, line=line: _text("".join(f"{line(i)}\n" for i in range(n)))
        for kind, line in LINES.items()
    },
    "one line": lambda n: _text(" ".join(map(LINES["paragraphs"], range(n))) + "\n"),
    "one word": lambda n: _text("a" * n * 50 + "\n"),
    "blanks in a line": lambda n: _text(f"Việc{' ' * n * 50}xong.\n"),
    "dots": lambda n: _text(f"Việc{'.' * n * 50}xong.\n"),
    "bases": lambda n: _text(
        "Làm.\n", bases="".join(f"Căn cứ Nghị định số {i}/2020/NĐ-CP;\n" for i in range(n))
    ),
    "recipients": lambda n: _text(
        "Làm.\n",
        end=_END.replace("- Lưu", "".join(f"- UBND xã {i};\n" for i in range(n)) + "- Lưu"),
    ),
    "issuers": lambda n: _text("Làm.\n", top="".join(f"SỞ SỐ {i}\n" for i in range(n)) + _TOP),
    "appendices": lambda n: _text(
        "", end=_END + "".join(f"PHỤ LỤC {i}\nDANH MỤC {i}\nNội dung {i}.\n" for i in range(1, n))
    ),
    "tables in appendices": lambda n: _text(
        "",
        end=_END
        + "".join(
            f"PHỤ LỤC {i}\nDANH MỤC DỰ ÁN {i}\nĐơn vị tính: triệu đồng\n"
            + _cells([_HEAD, *_rows(2)], "{}\n", "{}\t").replace("\t\n", "\n")
            for i in range(1, n)
        ),
    ),
    "paragraphs, web": lambda n: _page("".join(f"<p>Làm việc {i} cho xã.</p>" for i in range(n))),
    "blocks in blocks, web": lambda n: _page("<div>" * n + "a" + "</div>" * n),
    "bold, web": lambda n: _page("".join(f"<span><b>việc</b> {i} </span>" for i in range(n))),
    "rows, web": lambda n: _page(_page_table([_HEAD, *_rows(n)])),
    "merged rows, web": lambda n: _page(
        _page_table(_rows(n)).replace("<td>", f"<td rowspan={n}>", 1)
    ),
    "list, web": lambda n: _page(f"<ul>{''.join(f'<li>Việc {i}.</li>' for i in range(n))}</ul>"),
    "not closed, web": lambda n: _page("<p>" * n),
    "signs, web": lambda n: _page("<" * n * 20),
    "remarks, web": lambda n: _page("<!-- " * n * 5),
    "paragraphs, Word": lambda n: _word("".join(_PAR.format(f"Làm việc {i}.") for i in range(n))),
    "runs, Word": lambda n: _word(
        "<w:p>" + "".join(f"<w:r><w:t>việc {i}</w:t></w:r>" for i in range(n)) + "</w:p>"
    ),
    "rows, Word": lambda n: _word(_word_table([_HEAD, *_rows(n)])),
    "columns, Word": lambda n: _word(_word_table([[f"c{i}" for i in range(n)]] * 4)),
    "tables, Word": lambda n: _word((_word_table([_HEAD, *_rows(2)]) + _PAR.format("Rồi.")) * n),
    "merged rows, Word": lambda n: _word(_merged_down(n)),
    "changes, Word": lambda n: _word(
        "".join(
            f'<w:p><w:ins w:id="{i}"><w:r><w:t>Việc.</w:t></w:r></w:ins>'
            f'<w:del w:id="{i}"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
            for i in range(n)
        )
    ),
    "rows, Excel": lambda n: _book([_HEAD, *((i, f"Hệ {i}", "Sở", 15) for i in range(1, n))]),
    "same names, Excel": lambda n: _book([_HEAD, *((i, "Hệ", "Sở", 15) for i in range(1, n))]),
    "groups, Excel": lambda n: _book(
        [_HEAD]
        + [
            row
            for i in range(1, n)
            for row in (("I", f"Nhóm {i}", "", 15), (1, f"Hệ thống {i}", "Sở", 15))
        ]
    ),
    "columns, Excel": lambda n: _book([[f"C{i}" for i in range(min(n, 16_000))]] * 4),
    "sheets, Excel": lambda n: _book(*([_HEAD, *_rows(2)] for _ in range(min(n, 1000)))),
    "projects, csv": _csv(",".join(_HEAD), lambda i: f"{i},Hệ thống {i},Sở,1500"),
    "targets, csv": _csv(
        "TT,Chỉ tiêu,Đơn vị tính,Hiện trạng,Năm 2026", lambda i: f"{i},Tỷ lệ {i},%,50,60"
    ),
    "tasks, csv": _csv("TT,Nhiệm vụ,Chủ trì,Thời gian", lambda i: f"{i},Làm {i},Sở Y tế,Quý I"),
}
