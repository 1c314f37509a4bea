"""Each gate lets a sound file through, and stops the faults for which it stands there."""

import os
import platform
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.document.docx.samples import (
    BODY,
    NUMBERING,
    STYLES,
    edited,
    everything,
    part,
    repacked,
    written,
)
from tests.gates import (
    GATES,
    ROOT,
    all_gates,
    audit_gate,
    integrity_gate,
    sdk_gate,
    sdk_program,
    structure_gate,
)

Gate = Callable[[Path], None]

GOOD = written(everything())
SDK = sdk_program(ROOT, os.environ, platform.system(), platform.machine())
TYPES, RELATIONS, HEADER = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/header1.xml"
KEEP = "<w:keepNext/><w:keepLines/>"
NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
INSTANCE = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
BREAK = '<w:p><w:pPr><w:pStyle w:val="NgatPhan"/></w:pPr></w:p>'
TYPE, SIZE = '<w:type w:val="nextPage"/>', '<w:pgSz w:w="11906" w:h="16838"/>'
CELL = "<w:r><w:t>Mạng LAN</w:t></w:r></w:p>"
NAMED_CELL = f'<w:p><w:pPr><w:pStyle w:val="OChu13"/></w:pPr>{CELL}'
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="a{}"/><w:bookmarkEnd w:id="1"/>'

FAULTS = {
    "children of pPr out of order": (STYLES, KEEP + NUMBER, NUMBER + KEEP),
    "children of sectPr out of order": (BODY, TYPE + SIZE, SIZE + TYPE),
    "num before abstractNum": (NUMBERING, "<w:abstractNum ", f"{INSTANCE}<w:abstractNum "),
    "two abstractNum of one id": (NUMBERING, 'w:abstractNumId="2"', 'w:abstractNumId="1"'),
    "a switch that says true": (BODY, "<w:tblHeader/>", '<w:tblHeader w:val="true"/>'),
    "a style that is not there": (BODY, 'w:val="TenLoai"', 'w:val="La"'),
    "a list that is not there": (BODY, '<w:numId w:val="1"/>', '<w:numId w:val="999"/>'),
    "a number without a list": (BODY, NUMBER, '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
    "a style of another list": (STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="2"/>'),
    "a relation that is not there": (BODY, 'r:id="rId11"', 'r:id="rId99"'),
    "a part that is not there": (RELATIONS, 'Target="header1.xml"', 'Target="header9.xml"'),
    "a part without its type": (TYPES, "/word/header1.xml", "/word/header9.xml"),
    "a cell without a paragraph": (BODY, NAMED_CELL, ""),
    "a half size": (STYLES, '<w:sz w:val="26"/>', '<w:sz w:val="26.5"/>'),
    "a cell too few": (BODY, '<w:gridSpan w:val="2"/>', ""),
    "a span too large": (BODY, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="9"/>'),
    "a space at the edge": (BODY, "<w:t>Mạng LAN</w:t>", "<w:t> Mạng LAN</w:t>"),
    "a cell as wide as no column": (BODY, '<w:tcW w:w="680"', '<w:tcW w:w="690"'),
    "a negative width": (BODY, '<w:gridCol w:w="680"/>', '<w:gridCol w:w="-680"/>'),
    "columns that do not add up": (BODY, '<w:gridCol w:w="680"/>', '<w:gridCol w:w="700"/>'),
    "a merge that continues nothing": (BODY, '<w:vMerge w:val="restart"/>', ""),
    "a cell that ends in a table": (BODY, f"{BREAK}</w:tc>", "</w:tc>"),
    "a table as the last block": (BODY, f"{BREAK}<w:sectPr", "<w:sectPr"),
    "two tables that touch": (BODY, "</w:tbl>", "</w:tbl><w:tbl/>"),
    "a field never ended": (HEADER, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    "a dead list of a style": (STYLES, '<w:numId w:val="3"/>', '<w:numId w:val="999"/>'),
    "a dead level of a style": (STYLES, '<w:ilvl w:val="1"/>', '<w:ilvl w:val="8"/>'),
    "a level of no style": (NUMBERING, '<w:pStyle w:val="Khoan"/>', '<w:pStyle w:val="La"/>'),
    "a level without its style": (NUMBERING, '<w:pStyle w:val="Khoan"/>', ""),
    "two styles of one name": (STYLES, '"Trích yếu"', '"Tiêu ngữ"'),
    "a next style that is not there": (STYLES, '<w:next w:val="NoiDung"/>', '<w:next w:val="L"/>'),
    "a landscape page not swapped": (BODY, ' w:orient="landscape"', ""),
    "a heading row below": (BODY, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"),
    "an id used twice": (BODY, CELL, CELL + BOOKMARK.format(1) + BOOKMARK.format(2)),
    "a bookmark that does not end": (BODY, '<w:bookmarkEnd w:id="1000001"/>', ""),
    "two bookmarks of one name": (BODY, 'w:name="_Ref_kehoach_2"', 'w:name="_Ref_kehoach_1"'),
    "a bookmark with a long name": (BODY, 'w:name="_Ref_kehoach_2"', f'w:name="{"a" * 41}"'),
    "a field that refers to nothing": (BODY, " REF _Ref_kehoach_1 ", " REF la "),
    "a note without its mark": (BODY, '<w:footnoteReference w:id="1"/>', ""),
    "a part that is no XML": (STYLES, "</w:styles>", ""),
    "a control character": (BODY, "Mạng LAN", "Mạng \x0bLAN"),
}
ORDER = (
    "children of pPr out of order",
    "children of sectPr out of order",
    "num before abstractNum",
    "two abstractNum of one id",
    "a switch that says true",
)
TEXT = ("a half size", "a space at the edge", "a part that is no XML", "a control character")
REFERENCES = ("a style that is not there", "a list that is not there")
RELATED = ("a relation that is not there", "a part that is not there")
ANSWERS: dict[Gate, tuple[str, ...]] = {
    structure_gate: tuple(fault for fault in FAULTS if fault not in TEXT),
    audit_gate: (
        *ORDER,
        *REFERENCES,
        *RELATED,
        "a cell without a paragraph",
        "a next style that is not there",
        "an id used twice",
        "a part that is no XML",
        "a control character",
    ),
    integrity_gate: (
        *REFERENCES,
        *RELATED,
        "a part without its type",
        "a cell too few",
        "a span too large",
        "a space at the edge",
        "a note without its mark",
        "a part that is no XML",
        "a control character",
    ),
    sdk_gate: (*ORDER, *RELATED, "a part without its type", "a half size", "a part that is no XML"),
}


def put(folder: Path, data: bytes) -> Path:
    path = folder / "a.docx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("gate", GATES)
def test_a_sound_file_passes(gate: Gate, tmp_path: Path) -> None:
    gate(put(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("gate", "fault"), [(gate, fault) for gate, faults in ANSWERS.items() for fault in faults]
)
def test_a_gate_stops_the_faults_it_answers_for(gate: Gate, fault: str, tmp_path: Path) -> None:
    if gate is sdk_gate and not SDK:
        pytest.skip("the Open XML SDK is not installed")
    with pytest.raises(AssertionError):
        gate(put(tmp_path, edited(GOOD, *FAULTS[fault])))


def test_every_fault_has_a_gate() -> None:
    assert {fault for faults in ANSWERS.values() for fault in faults} == set(FAULTS)


def without_theme() -> bytes:
    """A file that only the audit finds wanting: no theme, and nothing that names one."""
    bare = repacked(GOOD, {"word/theme/theme1.xml": None})
    for name in (TYPES, RELATIONS):
        entry = next(entry for entry in part(bare, name).split("/>") if "theme1" in entry)
        bare = edited(bare, name, f"{entry}/>", "")
    return bare


@pytest.mark.parametrize("fault", ["a field never ended", "a space at the edge"])
def test_all_gates_stand_one_behind_the_other(fault: str) -> None:
    all_gates(GOOD)
    with pytest.raises(AssertionError):
        all_gates(edited(GOOD, *FAULTS[fault]))


def test_a_large_file_is_spared_the_slow_gate_alone() -> None:
    no_theme = without_theme()
    all_gates(no_theme, large=True)
    with pytest.raises(AssertionError):
        all_gates(no_theme)


def test_the_sdk_is_not_needed_unless_it_is_required(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEHOACH_OOXML_VALIDATOR", "")
    monkeypatch.setattr("tests.gates.ROOT", tmp_path)
    monkeypatch.setenv("KEHOACH_REQUIRE_TOOLS", "")
    sdk_gate(tmp_path / "khong-co.docx")
    monkeypatch.setenv("KEHOACH_REQUIRE_TOOLS", "1")
    with pytest.raises(AssertionError, match="not installed"):
        sdk_gate(tmp_path / "khong-co.docx")


@pytest.mark.parametrize(
    ("system", "machine", "folder", "name"),
    [
        ("Linux", "x86_64", "linux-x64", "ooxml-validator"),
        ("Linux", "aarch64", "linux-arm64", "ooxml-validator"),
        ("Darwin", "arm64", "darwin-arm64", "ooxml-validator"),
        ("Windows", "AMD64", "win32-x64", "ooxml-validator.exe"),
    ],
)
def test_the_sdk_is_found_where_npm_puts_it(
    system: str, machine: str, folder: str, name: str, tmp_path: Path
) -> None:
    program = tmp_path / "node_modules" / "@xarsh" / f"ooxml-validator-{folder}" / name
    assert sdk_program(tmp_path, {}, system, machine) is None
    program.parent.mkdir(parents=True)
    program.touch()
    assert sdk_program(tmp_path, {}, system, machine) == program
    named = {"KEHOACH_OOXML_VALIDATOR": "khac/sdk"}
    assert sdk_program(tmp_path, named, system, machine) == Path("khac/sdk")
