"""Money that is not written yet prints as a blank to be filled in, never as nothing at all."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.document.as_text import body, document, rows, tables
from tests.document.xlsx.books import formulas, sheets, written

SOURCES = "nguon_von: {xa: Ngân sách xã, tinh: Ngân sách tỉnh}\n"
BLANK = '- {ten: A, nhom: g, von: {2027: {xa: "", tinh: ""}}}\n'
NONE = '- {ten: B, nhom: h, von: {2027: {xa: "-", tinh: "-"}}}\n'
MONEY = "- {ten: C, nhom: h, von: {2027: {xa: 5}}}\n"
TEXT = """noi_dung:
- muc: M
  doan_van:
  - "{{ tong | tien }} ({{ tong | bang_chu }}); năm 2027: {{ tong.2027 }}; {{ tong.tinh | so }}."
  - chen: kinh_phi
"""
TABLE = """phu_luc:
- ten: P
  bang:
    nguon: du_an
    nhom_theo: nhom
    cot: [{ten: T, gia_tri: ten}, {gia_tri: von.2027.xa}, {gia_tri: von.2027.tinh}]
"""


def plan(*projects: str) -> str:
    return f"{SOURCES}du_an:\n{''.join(projects)}{TEXT}{TABLE}"


def said(text: str) -> list[str]:
    """The paragraphs of the section, without their styles."""
    return [line.partition(" ")[2] for line in body(f"{text}\nloi_ket: Hết")[1:-1]]


def test_nothing_written_prints_blanks_in_the_text() -> None:
    blanks = [
        "… triệu đồng (… đồng); năm 2027: …; ….",
        "Ngân sách xã: … triệu đồng;",
        "Ngân sách tỉnh: … triệu đồng.",
    ]
    assert said(plan(BLANK)) == blanks
    assert said(plan(BLANK, NONE)) == blanks
    assert said(plan("- {ten: D}\n")) == blanks
    assert said(plan('- {ten: D, tong_kinh_phi: ""}\n'))[0].startswith("… triệu đồng (… đồng)")
    assert said(plan(f"- {{ten: D, hang_con: [{BLANK[2:].strip()}]}}\n")) == blanks


def test_what_is_written_is_counted() -> None:
    assert said(plan(NONE)) == ["0 triệu đồng (Không đồng); năm 2027: 0; 0."]
    assert said(plan(BLANK, MONEY)) == [
        "5 triệu đồng (Năm triệu đồng); năm 2027: 5; ….",
        "Ngân sách xã: 5 triệu đồng.",
    ]


@pytest.mark.parametrize("converted", ['tong | tien("tỷ đồng")', 'tong | ghi("5") | so'])
def test_filters_keep_what_is_not_known(converted: str) -> None:
    text = f"{SOURCES}du_an:\n{BLANK}noi_dung: [{{muc: M, doan_van: '{{{{ {converted} }}}}'}}]"
    assert said(text)[0].startswith("…")


def printed(text: str) -> list[str]:
    (table,) = tables(document(text), 1)
    return rows(table)[len(table.header) :]


def test_sums_of_a_table_are_dots_until_money_is_written() -> None:
    assert [row for row in printed(plan(BLANK)) if "|" in row] == [
        "I. g|…|…",
        "A||",
        "Tổng cộng|…|…",
    ]
    both = printed(plan(BLANK, MONEY))
    assert both == ["I. g|…|…", "A||", "II. h|5|0", "C|5|", "Tổng cộng|5|0"]


def own(*rows: str) -> str:
    table = f"cot: [{{ten: T}}, {{ten: V, cong: có}}], hang: [{', '.join(rows)}]"
    return f"phu_luc: [{{ten: P, bang: {{{table}}}}}]\n"


def test_sums_of_rows_typed_by_hand_wait_for_their_cells() -> None:
    gap = '[A, "[điền số tiền]"]'
    assert printed(own(gap)) == ["A|[điền số tiền]", "Tổng cộng|…"]
    assert printed(own(gap, "[B, 5]"))[-1] == "Tổng cộng|5"
    assert printed(own("[A, '-']"))[-1] == "Tổng cộng|0"
    groups = own("{nhom: N, o: [N, '', x]}", '[A, "[điền]", y]', "{nhom: M}", "[B, 5, z]")
    both = printed(groups.replace("cong: có}", "cong: có}, {ten: X}"))
    assert [row for row in both if "N" in row or "M" in row] == ["N|…|x", "II. M|5|"]
    beside = TABLE.replace("nhom_theo: nhom", 'hang: [[E, "[điền]"]]').replace("{ten: T", "{ten: U")
    assert printed(f"{SOURCES}du_an: []\n{beside}")[-1] == "Tổng cộng|…|0"


def test_blank_sums_are_live_in_excel() -> None:
    (page,) = sheets(written(plan(BLANK)))
    found = formulas(page)
    assert len(found) == 4
    assert all(text.startswith("=SUM(") for text in found.values())


def test_blank_sums_are_null_for_programs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(plan(BLANK), encoding="utf-8")
    told = json.loads(run("render", "a.yaml", "--draft", "--json", cwd=tmp_path).out)
    rows = told["phu_luc"][0]["than_bai"][0]["bang"]["hang"]
    assert [row["o"] for row in rows] == [[None] * 3, ["A", None, None], [None] * 3]
