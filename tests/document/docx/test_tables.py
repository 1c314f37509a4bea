"""Tables in a written file: grid, spans, merged cells, and what may stand in a cell."""

from xml.etree.ElementTree import Element

import pytest

from kehoach_cli.document.docx.markup import twips
from kehoach_cli.document.metrics import wrap
from kehoach_cli.document.model import Block, Cell, Column, Paragraph, Rule, Run, Section, Table

from .samples import (
    HEADER,
    MERGED,
    NUMBERING,
    STYLES,
    W,
    body_of,
    document,
    paragraph,
    part,
    table,
    tree,
    written,
)
from .word import lines

Cells = list[tuple[int, int, str]]


def tables(*blocks: Block) -> list[Element]:
    return tree(written(document(*blocks)))[0].findall(f"{W}tbl")


def value(element: Element, path: str, attribute: str = "val") -> str:
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}{attribute}", "on")


def cells(row: Element) -> Cells:
    """Width, span and merge ("restart", "on") of each cell."""
    return [
        (
            int(value(cell, "tcPr/tcW", "w")),
            int(value(cell, "tcPr/gridSpan") or 1),
            value(cell, "tcPr/vMerge"),
        )
        for cell in row.findall(f"{W}tc")
    ]


def texts(row: Element) -> list[str]:
    """What each cell says: "|" between paragraphs, a line break as "/", a tab as ">"."""
    signs = {f"{W}br": "/", f"{W}tab": ">"}
    return [
        "|".join(
            "".join(signs.get(e.tag, e.text or "") for e in p.iter() if e.tag in (*signs, f"{W}t"))
            for p in cell.findall(f"{W}p")
        )
        for cell in row.findall(f"{W}tc")
    ]


def styles(row: Element) -> list[str]:
    return [value(p, "pPr/pStyle") for p in row.iter(f"{W}p")]


def cell_of(text: str, style: str = "") -> Element:
    """The row of a table of one cell."""
    (found,) = tables(table((Cell(text, style or "o_chu"),), widths=[50]))
    return found.findall(f"{W}tr")[0]


def test_a_heading_tree_spans_and_merges() -> None:
    one, two, three = twips(12), twips(72) - twips(12), twips(132) - twips(72)
    rows = tables(MERGED)[0].findall(f"{W}tr")
    assert [cells(row) for row in rows] == [
        [(one, 1, "restart"), (two + three, 2, "")],
        [(one, 1, "on"), (two, 1, ""), (three, 1, "")],
        [(one + two + three, 3, "")],
        [(one, 1, ""), (two, 1, ""), (three, 1, "")],
    ]


def test_heading_rows_repeat_and_no_row_is_cut() -> None:
    rows = tables(MERGED)[0].findall(f"{W}tr")
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == [True, True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    middle = [value(cell, "tcPr/vAlign") for row in rows[1:3] for cell in row.findall(f"{W}tc")]
    assert middle == ["center", "center", "center", ""]


def test_a_loose_row_may_be_cut() -> None:
    rows = tables(table(("1", "a"), ("2", "b"))._replace(loose=frozenset({1})))[0].findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False]


def test_a_bare_text_in_a_heading_row_is_a_cell_of_its_column() -> None:
    (found,) = tables(table(("1", "a"), header=(("TT", "Tên"),)))
    head = found.findall(f"{W}tr")[0]
    assert texts(head) == ["TT", "Tên"]
    assert styles(head) == ["OGiua13", "OChu13"]


def test_the_grid_adds_up_to_the_twip_whatever_the_widths() -> None:
    (found,) = tables(table(("1", "a", "b"), widths=(10.01, 55.004, 99.999)))
    grid = [int(value.get(f"{W}w", "")) for value in found.iter(f"{W}gridCol")]
    assert sum(grid) == int(value(found, "tblPr/tblW", "w")) == twips(10.01 + 55.004 + 99.999)
    assert [width for width, _, _ in cells(found.findall(f"{W}tr")[0])] == grid


def test_a_table_is_fixed_and_begins_at_the_margin() -> None:
    (found,) = tables(MERGED)
    assert value(found, "tblPr/tblLayout", "type") == "fixed"
    assert value(found, "tblPr/tblInd", "w") == "0"
    assert value(found, "tblPr/jc") == ""
    assert [side.tag.removeprefix(W) for side in next(found.iter(f"{W}tblBorders"))] == [
        "top",
        "left",
        "bottom",
        "right",
        "insideH",
        "insideV",
    ]


def test_a_table_without_borders_has_no_padding() -> None:
    (found,) = tables(MERGED._replace(borders=False))
    assert found.find(f"{W}tblPr/{W}tblBorders") is None
    assert value(found, "tblPr/tblCellMar/left", "w") == "0"
    assert int(value(tables(MERGED)[0], "tblPr/tblCellMar/left", "w")) > 0


def test_a_centred_table_stands_in_the_middle() -> None:
    (found,) = tables(MERGED._replace(centred=True))
    assert value(found, "tblPr/jc") == "center"
    assert found.find(f"{W}tblPr/{W}tblInd") is None


def test_a_box_in_a_cell_is_as_high_as_it_must_be() -> None:
    box = Table((Column(20, "dau_khung"),), (("KHẨN",),), row_height=8, centred=True)
    (outer,) = tables(table((Cell((paragraph("a"), box)),), widths=[50]))
    (cell,) = outer.findall(f"{W}tr/{W}tc")
    assert [block.tag.removeprefix(W) for block in cell] == ["tcPr", "p", "tbl", "p"]
    (height,) = outer.iter(f"{W}trHeight")
    assert height.attrib == {f"{W}val": str(twips(8)), f"{W}hRule": "exact"}


def test_tables_do_not_touch_and_none_is_the_last_block() -> None:
    body = tree(written(document(MERGED, MERGED)))[0]
    assert [block.tag.removeprefix(W) for block in body] == ["tbl", "p", "tbl", "p", "sectPr"]
    after = body.findall(f"{W}p")
    assert {value(p, "pPr/pStyle") for p in after} == {"NgatPhan"}


def test_a_table_before_a_section_break_is_followed_by_the_break() -> None:
    found = document()._replace(sections=(Section((MERGED,)), Section((paragraph("a"),))))
    body = tree(written(found))[0]
    assert [block.tag.removeprefix(W) for block in body] == ["tbl", "p", "p", "sectPr"]
    assert body[1].find(f"{W}pPr/{W}sectPr") is not None


def test_a_table_without_rows_is_not_written() -> None:
    assert tables(table(), paragraph("a")) == []
    assert lines(written(document(paragraph("a"), table(), paragraph("b")))) == ["a", "b"]


def test_a_table_may_have_heading_rows_alone() -> None:
    (found,) = tables(table(header=HEADER, widths=(12, 60, 60)))
    assert [texts(row) for row in found.findall(f"{W}tr")] == [
        ["TT", "Kinh phí"],
        ["", "2014", "2015"],
    ]


@pytest.mark.parametrize("blocks", [(), (table(),)])
def test_a_cell_or_section_of_nothing_is_an_empty_paragraph(blocks: tuple[Block, ...]) -> None:
    (found,) = tables(table((Cell(blocks),), widths=[50]))
    assert texts(found.findall(f"{W}tr")[0]) == [""]
    assert lines(written(document()._replace(sections=(Section(blocks),)))) == [""]


def test_one_row_is_one_row() -> None:
    (found,) = tables(table(("1", "a")))
    assert [texts(row) for row in found.findall(f"{W}tr")] == [["1", "a"]]


@pytest.mark.parametrize("count", [199, 200, 201, 401])
def test_rows_keep_their_order_over_every_piece(count: int) -> None:
    (found,) = tables(table(*((str(n), "a") for n in range(count))))
    assert [texts(row)[0] for row in found.findall(f"{W}tr")] == [str(n) for n in range(count)]


def test_no_cell_is_without_a_paragraph() -> None:
    rows = ((Cell("", down="start"), ""), (Cell("thừa", down="on"), Cell("")))
    (found,) = tables(table(*rows))
    assert [texts(row) for row in found.findall(f"{W}tr")] == [["", ""], ["", ""]]


@pytest.mark.parametrize(
    ("text", "shown", "styled"),
    [
        ("a\nb", "a|b", "OChu13 OChu13"),
        ("- a\n+ b\nc", "a|b|c", "OGach13 OCong13 OChu13"),
        ("  -  a\n", "a", "OGach13"),
        ("-a", "-a", "OChu13"),
        ("-", "-", "OChu13"),
        ("+84", "+84", "OChu13"),
        ("- ", "", "OGach13"),
        ("a\n\nb", "a||b", "OChu13 OChu13 OChu13"),
        ("\n", "", "OChu13"),
        ("a - b", "a - b", "OChu13"),
    ],
)
def test_a_line_of_a_cell_is_a_paragraph_and_may_be_a_bullet(
    text: str, shown: str, styled: str
) -> None:
    row = cell_of(text)
    assert texts(row) == [shown]
    assert " ".join(styles(row)) == styled


@pytest.mark.parametrize("style", ["o_so", "o_giua", "o_nhom", "o_dau_bang", "o_gach", "noi_dung"])
def test_a_dash_stays_in_cells_that_are_no_plain_text(style: str) -> None:
    assert texts(cell_of("- 5", style)) == ["- 5"]


def test_bare_cells_take_bullets_as_others_do() -> None:
    (found,) = tables(table(("- 1", "- a")))
    row = found.findall(f"{W}tr")[0]
    assert texts(row) == ["- 1", "a"]
    assert styles(row) == ["OGiua13", "OGach13"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a & b < c > \"d\" 'e'", "a & b < c > \"d\" 'e'"),
        ("]]> &amp; <w:p/>", "]]> &amp; <w:p/>"),
        ("a\x00b\x0bc\x1fd\r\ne", "abcd|e"),
        ("\ud800a\uffff", "a"),
        ("a\tb", "a>b"),
        (" a  b ", " a  b "),
        ("ế ộ ử Đ 𠀀", "ế ộ ử Đ 𠀀"),
        ("a\u00a0b\u200b", "a\u00a0b\u200b"),
        ("\x01", ""),
        ("$title ${x}", "$title ${x}"),
    ],
)
def test_a_text_is_written_as_it_is_less_what_xml_forbids(text: str, shown: str) -> None:
    assert texts(cell_of(text)) == [shown]
    (bare,) = tables(table((text, text)))
    assert texts(bare.findall(f"{W}tr")[0]) == [shown, shown]
    (alone,) = tree(written(document(paragraph(text)))).iter(f"{W}p")
    signs = {f"{W}br": "|", f"{W}tab": ">"}
    assert "".join(signs.get(e.tag, e.text or "") for e in alone.iter()) == shown


@pytest.mark.parametrize("text", [" a", "a ", "a  b", " ", "a\t b"])
def test_spaces_at_the_edges_are_kept_by_a_mark(text: str) -> None:
    assert 'xml:space="preserve"' in body_of(paragraph(text))
    assert 'xml:space="preserve"' in body_of(table(("1", text)))


def test_spaces_inside_need_no_mark() -> None:
    assert "xml:space" not in body_of(paragraph("a b\nc & d"), table(("1", "a b")))


def test_a_newline_in_a_paragraph_is_a_line_break() -> None:
    assert lines(written(document(paragraph("a\nb\tc")))) == ["a\nb\tc"]


def test_runs_say_only_what_differs_from_their_style() -> None:
    runs = (Run("a"), Run("b", bold=True), Run("c", italic=False), Run("", bold=True))
    found = body_of(Paragraph("can_cu", runs))
    assert "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>" in found
    assert '<w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>c</w:t></w:r></w:p>' in found


def test_a_rule_is_centred_in_its_box() -> None:
    body = tree(written(document(Rule(28, 65, before=2))))[0]
    (indent,) = body.iter(f"{W}ind")
    left, right = int(indent.get(f"{W}left", "")), int(indent.get(f"{W}right", ""))
    assert 0 <= right - left <= 1
    assert left + right == twips(65) - twips(28)
    assert value(body[0], "pPr/spacing", "before") == "40"


def test_a_rule_longer_than_its_box_has_no_negative_indents() -> None:
    assert '<w:ind w:left="0" w:right="0"/>' in body_of(Rule(70, 65))


def test_a_narrow_paragraph_gives_way_on_both_sides() -> None:
    found = Paragraph("trich_yeu", (Run("a"),), narrow=20, keep_next=True, before=3)
    text = body_of(found)
    assert f'<w:ind w:left="{twips(20)}" w:right="{twips(20)}"/>' in text
    assert '<w:keepNext/><w:spacing w:before="60"/>' in text


def test_each_paragraph_of_a_row_that_is_kept_says_so() -> None:
    merged = (Cell("x", down="start"), "- một\nhai"), (Cell("", down="on"), "ba")
    (found,) = tables(table(*merged)._replace(kept=frozenset({0, 1})))
    first, second = found.findall(f"{W}tr")
    kept = [
        (value(p, "pPr/pStyle"), value(p, "pPr/keepNext"))
        for row in (first, second)
        for p in row.iter(f"{W}p")
    ]
    assert kept == [
        *(("OGiua13", "on"), ("OGach13", "on"), ("OChu13", "on")),
        *(("OGiua13", ""), ("OChu13", "on")),
    ]


def test_a_table_brings_its_bullets_into_the_lists() -> None:
    data = written(document(MERGED))
    assert '<w:pStyle w:val="OGach13"/>' in part(data, NUMBERING)
    assert 'w:styleId="OGach13"' in part(data, STYLES)


def heading(text: str, width: float = 34) -> str:
    """The look of the paragraph of a heading in a column so wide, and its words."""
    head = Cell(text, "o_dau_bang")
    (found,) = tables(table(("1", "a"), header=((head, "B"),), widths=(width, 100)))
    (row, _) = found.findall(f"{W}tr")
    (*_, indent) = ["", *(e.get(f"{W}left", "") for e in row.iter(f"{W}ind"))]
    return f"{indent} {texts(row)[0]}".strip()


def test_a_heading_of_two_lines_has_lines_of_like_length() -> None:
    indent, _, words = heading("Thời gian thực hiện").partition(" ")
    assert words == "Thời gian thực hiện"
    room = 34 - 2 - 2 * int(indent) * 25.4 / 1440
    assert wrap(words, room, 13, bold=True) == ["Thời gian", "thực hiện"]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Ghi chú", 34),  # one line
        ("Thời gian\nthực hiện", 34),  # lines of the author's own
        ("Thời gian", 10),  # no room for a word
    ],
)
def test_any_other_heading_is_left_as_it_is(text: str, width: float) -> None:
    assert heading(text, width) == text.replace("\n", "|")
