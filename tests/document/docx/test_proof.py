"""The proof accepts every file as written, and no file with a fault put in."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.docx.proof import prove
from kehoach_cli.document.docx.proof_tables import ProofError
from kehoach_cli.document.model import Cell, Document, Row, Section, Table

from .samples import (
    BODY,
    MERGED,
    NUMBERING,
    STYLES,
    document,
    edited,
    everything,
    paragraph,
    part,
    repacked,
    table,
    written,
)

GOOD = everything()
DATA = written(GOOD)
RELATIONS, HEADER, NOTES = "word/_rels/document.xml.rels", "word/header1.xml", "word/footnotes.xml"
LAST_ROW = part(DATA).rpartition("<w:tr>")[2].partition("</w:tr>")[0]
TWO = table(
    (Cell("a", down="start"), Cell("b", span=2)),
    (Cell("", down="on"), "c", "d"),
    widths=(20, 30, 40),
)


def refuse(data: bytes, found: Document = GOOD) -> str:
    with pytest.raises(ProofError) as caught:
        prove(io.BytesIO(data), found)
    return str(caught.value)


@pytest.mark.parametrize(
    "found",
    [
        GOOD,
        GOOD._replace(draft=True),
        GOOD._replace(small=True),
        document(),
        document(TWO, MERGED),
        document(table(), table(header=(("1", "a"),))),
        document(table((Cell((MERGED, table(), TWO)),), widths=[150])),
        document(paragraph('<w:tr> </w:tbl> w:numId="9" r:id="x" <w:tc>')),
        document(paragraph('Gõ  w:anchor="a"'), table(('Gõ w:anchor="a" r:id="x"', "Gõ \\b c"))),
        Document((), document().schemes),
    ],
)
def test_what_was_written_is_accepted(found: Document) -> None:
    prove(io.BytesIO(written(found)), found)


def test_a_file_on_disk_is_proved_too(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(DATA)
    prove(path, GOOD)
    path.unlink()
    with pytest.raises(ProofError, match="cannot be read again"):
        prove(path, GOOD)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (BODY, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "more cells than columns"),
        (BODY, '<w:gridSpan w:val="2"/>', "", "a cell as wide as no column"),
        (BODY, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="2"/>', "a cell as wide"),
        (BODY, '<w:vMerge w:val="restart"/>', "", "continues none"),
        (BODY, '<w:tcW w:w="680"', '<w:tcW w:w="681"', "as wide as no column"),
        (BODY, '<w:gridCol w:w="680"/>', '<w:gridCol w:w="700"/>', "do not add up"),
        (BODY, '<w:gridCol w:w="680"/>', "", "do not add up"),
        (BODY, f"<w:tr>{LAST_ROW}</w:tr>", "", "rows lost"),
        (BODY, f"<w:tr>{LAST_ROW}</w:tr>", f"<w:tr>{LAST_ROW}</w:tr>" * 2, "rows lost or added"),
        (BODY, '<w:pStyle w:val="TenLoai"/>', '<w:pStyle w:val="La"/>', "a style that is not"),
        (HEADER, '<w:pStyle w:val="SoTrang"/>', '<w:pStyle w:val="La"/>', "a style that is not"),
        (STYLES, 'w:styleId="Khoan"', 'w:styleId="La"', "a style that is not there"),
        (NUMBERING, '<w:num w:numId="1">', '<w:num w:numId="9">', "a list not there"),
        (BODY, '<w:numId w:val="1"/>', '<w:numId w:val="9"/>', "a list not there"),
        (RELATIONS, 'Id="rId11"', 'Id="rId99"', "a relation that is not there"),
        (RELATIONS, 'Target="header1.xml"', 'Target="header9.xml"', "a part that is not there"),
        (HEADER, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "does not end"),
        (HEADER, 'w:fldCharType="separate"', 'w:fldCharType="end"', "does not end"),
        (BODY, 'w:name="_Ref_kehoach_1"', 'w:name="la"', "a link that leads nowhere"),
        (
            BODY,
            '<w:bookmarkStart w:id="1000002"',
            '<w:bookmarkStart w:id="1000001"',
            "an id used twice",
        ),
        (BODY, ' w:orient="landscape"', "", "lies the wrong way"),
        (BODY, '<w:pgSz w:w="16838" w:h="11906"', '<w:pgSz w:w="11906" w:h="16838"', "wrong way"),
        (BODY, "</w:tc>", "", "cannot be read again"),
        (BODY, "<w:document ", "<!DOCTYPE a><w:document ", "a DOCTYPE"),
        (NOTES, "</w:footnotes>", "", "cannot be read again"),
    ],
)
def test_a_fault_is_found_and_named(name: str, old: str, new: str, fault: str) -> None:
    assert fault in refuse(edited(DATA, name, old, new))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('<w:p><w:pPr><w:pStyle w:val="NgatPhan"/></w:pPr></w:p><w:sectPr', "<w:sectPr", "last"),
        (
            '</w:tbl><w:p><w:pPr><w:pStyle w:val="NgatPhan"/></w:pPr></w:p></w:tc>',
            "</w:tbl></w:tc>",
            "a table ends a cell",
        ),
        ("</w:p></w:tc></w:tr></w:tbl>", "</w:p><w:tbl/></w:tc></w:tr></w:tbl>", "paragraph"),
        ("</w:tbl>", "</w:tbl><w:tbl></w:tbl>", "tables lost or added"),
    ],
)
def test_a_table_at_the_end_of_something_is_found(old: str, new: str, fault: str) -> None:
    found = document(table((Cell((MERGED,)),), widths=[150]))
    assert fault in refuse(edited(written(found), BODY, old, new), found)


def test_a_merge_that_goes_on_under_another_width_is_found() -> None:
    rows: tuple[Row, ...] = ((Cell("a", span=2, down="start"),), (Cell("", down="on"), ""))
    found = document(table(*rows))
    assert "continues none" in refuse(written(found), found)


def test_a_row_that_does_not_fill_its_table_is_found() -> None:
    found = document(table(("1", "a"), ("2",)))
    assert "does not fill" in refuse(written(found), found)


def test_a_cell_without_its_paragraph_is_found() -> None:
    before, name, after = part(DATA).partition("<w:r><w:t>Mạng LAN</w:t></w:r></w:p>")
    spoilt = before[: before.rindex("<w:p>")] + after
    assert name
    assert "without a paragraph" in refuse(repacked(DATA, {BODY: spoilt}))


def test_an_id_used_twice_is_found() -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    assert "an id used twice" in refuse(edited(DATA, BODY, "<w:sectPr>", marks * 2 + "<w:sectPr>"))


def test_a_section_lost_or_turned_is_found() -> None:
    one, two = GOOD.sections
    assert "sections lost" in refuse(DATA, GOOD._replace(sections=(one,)))
    turned = GOOD._replace(sections=(one, two._replace(landscape=False)))
    assert "wrong way" in refuse(DATA, turned)


@pytest.mark.parametrize("name", [BODY, STYLES, NUMBERING, HEADER, RELATIONS, NOTES])
def test_a_part_that_is_missing_is_found(name: str) -> None:
    assert refuse(repacked(DATA, {name: None}))


def test_two_parts_of_one_name_are_found() -> None:
    out = io.BytesIO(DATA)
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(BODY, part(DATA))
    assert "two parts of one name" in refuse(out.getvalue())


@given(at=st.integers(0, len(DATA) - 1))
def test_a_file_cut_short_is_found(at: int) -> None:
    assert "cannot be read again" in refuse(DATA[:at])


@given(at=st.integers(0, len(DATA) - 1), bit=st.integers(0, 7))
def test_a_file_with_a_bit_turned_is_whole_or_refused(at: int, bit: int) -> None:
    spoilt = DATA[:at] + bytes([DATA[at] ^ 1 << bit]) + DATA[at + 1 :]
    try:
        prove(io.BytesIO(spoilt), GOOD)
    except ProofError:
        return
    assert part(spoilt) == part(DATA)


def test_a_section_more_than_the_document_has_is_found() -> None:
    two = document()._replace(sections=(Section((paragraph("a"),)), Section((paragraph("b"),))))
    assert "sections lost or added" in refuse(written(two), document(paragraph("a")))


def test_a_table_more_than_the_document_has_is_found() -> None:
    two = document(MERGED, Table(MERGED.columns, MERGED.rows, MERGED.header))
    assert "tables lost or added" in refuse(written(two), document(MERGED))
