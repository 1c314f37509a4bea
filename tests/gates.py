"""Four gates for every Word file that a test makes; each catches faults that the others miss."""

import json
import os
import platform
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import ooxml_integrity
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MEDIA = "word/media/"
ROOT = Path(__file__).resolve().parents[1]

_ORDER = {
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name lvl",
    "lvl": "start numFmt lvlRestart pStyle suff lvlText lvlJc pPr rPr",
    "style": "name aliases basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs"
    " spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b i caps color sz szCs u vertAlign lang",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType titlePg docGrid",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "numPr": "ilvl numId",
}
"""Children in the order of the standard; those that our files never have are left out."""

_VALIDATOR_FROM = "KEHOACH_OOXML_VALIDATOR"
_SYSTEMS = {"Windows": "win32", "Darwin": "darwin"}
_PROCESSORS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def all_gates(data: bytes | Path, *, large: bool = False) -> None:
    """Assert that a Word file passes the gates. `large`: without the one that takes a minute."""
    if isinstance(data, bytes):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "van-ban.docx"
            path.write_bytes(data)
            all_gates(path, large=large)
        return
    structure_gate(data)
    if not large:
        audit_gate(data)
    integrity_gate(data)
    sdk_gate(data)


def audit_gate(path: Path) -> None:
    """openxml-audit, strict: no finding."""
    # One that lives on knows the parts of a package by an address that the next one may have.
    found = OpenXmlValidator(strict=True).validate(path).errors
    assert not found, found


def integrity_gate(path: Path) -> None:
    """ooxml-integrity: no finding, not even a warning."""
    found = ooxml_integrity.check(path)
    assert not found, found


def sdk_gate(path: Path) -> None:
    """The Open XML SDK, where its program is installed."""
    program = sdk_program(ROOT, os.environ, platform.system(), platform.machine())
    if program is None:
        assert os.environ.get("KEHOACH_REQUIRE_TOOLS") != "1", "the Open XML SDK is not installed"
        return
    wrong = _sdk_errors(program, path.suffix, path.read_bytes())
    assert wrong is None, wrong


@cache
def _sdk_errors(program: Path, suffix: str, data: bytes) -> str | None:
    """What it says of a file, None where that is sound: of the same bytes it is asked once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"van-ban{suffix}"
        path.write_bytes(data)
        ran = subprocess.run([program, path], capture_output=True, check=False, timeout=120)
    report = json.loads(ran.stdout.decode("utf-8"))
    return None if report["ok"] else str(report["errors"])


def sdk_program(
    root: Path, environment: Mapping[str, str], system: str, machine: str
) -> Path | None:
    """The Open XML SDK's validator: where the environment says, else in node_modules."""
    named = environment.get(_VALIDATOR_FROM)
    if named:
        return Path(named)
    own = _SYSTEMS.get(system, "linux")
    processor = _PROCESSORS.get(machine.lower(), "")
    folder = root / "node_modules" / "@xarsh" / f"ooxml-validator-{own}-{processor}"
    program = folder / ("ooxml-validator.exe" if own == "win32" else "ooxml-validator")
    return program if program.is_file() else None


def structure_gate(path: Path) -> None:
    """Faults that none of the others sees, found on the tree of the parts."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None, "a part that does not fit its checksum"
        names = package.namelist()
        assert len(names) == len(set(names)), f"two parts of one name: {names}"
        parts = {n: _tree(package.read(n)) for n in names if not n.startswith(MEDIA)}
        media = {name for name in names if name.startswith(MEDIA)}
    for tree in parts.values():
        _check_order(tree)
    body = parts["word/document.xml"][0]
    _check_relations(parts, media)
    _check_styles(parts)
    _check_lists(parts)
    _check_sections(body)
    stories = [body, *(tree for name, tree in parts.items() if _is_story(name))]
    for story in stories:
        _check_fields(story)
        _check_blocks(story)
        for table in story.iter(f"{W}tbl"):
            _check_table(table)
    _check_ids(stories)
    _check_bookmarks(stories)
    _check_notes(parts)


def _tree(data: bytes) -> Element:
    assert b"<!DOCTYPE" not in data, "a DOCTYPE"
    return ElementTree.fromstring(data)  # noqa: S314 - our own file


def _is_story(name: str) -> bool:
    return name.startswith(("word/header", "word/footer", "word/footnotes"))


def _values(tree: Element, tag: str, attribute: str = "val") -> list[str]:
    return [found.get(f"{W}{attribute}", "") for found in tree.iter(f"{W}{tag}")]


def _number(tree: Element, path: str, attribute: str, default: str = "") -> int:
    found = tree.find("/".join(f"{W}{step}" for step in path.split("/")))
    return int(default if found is None else found.get(f"{W}{attribute}", default))


def _check_order(tree: Element) -> None:
    """Children stand in the order of the standard, and switches are switched on by being there."""
    for element in tree.iter():
        known = _ORDER.get(element.tag.removeprefix(W), "").split()
        if known and element.tag.startswith(W):
            found = [child.tag.removeprefix(W) for child in element]
            assert set(found) <= set(known), f"{element.tag} holds {found}"
            assert found == sorted(found, key=known.index), f"{element.tag} holds {found}"
        assert element.get(f"{W}val") not in ("true", "false"), element.tag


def _check_relations(parts: dict[str, Element], media: set[str]) -> None:
    kinds = {item.get("Extension") for item in parts["[Content_Types].xml"]}
    assert {name.rpartition(".")[2] for name in media} <= kinds, "a picture of no content type"
    declared = {item.get("PartName", "").lstrip("/") for item in parts["[Content_Types].xml"]}
    present = {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert declared - {""} == present, "parts and their content types differ"
    for name, tree in parts.items():
        if name.endswith(".rels"):
            folder = PurePosixPath(name).parent.parent
            targets = {item.get("Id"): str(folder / item.get("Target", "")) for item in tree}
            assert len(targets) == len(tree), f"two relations of one id in {name}"
            assert set(targets.values()) <= {*parts, *media}, (
                f"{name} names a part that is not there"
            )
            source = parts.get(str(folder / PurePosixPath(name).stem))
            tree_of = list(source.iter()) if source is not None else []
            used = {item.get(R + key) for item in tree_of for key in ("id", "embed")}
            assert used - {None} <= set(targets), f"a relation that is not in {name}"


def _check_styles(parts: dict[str, Element]) -> None:
    styles = parts["word/styles.xml"]
    ids = Counter(style.get(f"{W}styleId", "") for style in styles.iter(f"{W}style"))
    assert max(ids.values()) == 1, "two styles of one id"
    assert max(Counter(_values(styles, "name")).values()) == 1, "two styles of one name"
    for name, tree in parts.items():
        if name.startswith("word/"):
            for tag in ("pStyle", "rStyle", "basedOn", "next", "link"):
                assert set(_values(tree, tag)) <= set(ids), f"{name}: a style that is not there"


def _check_lists(parts: dict[str, Element]) -> None:
    levels = _levels(parts["word/numbering.xml"])
    for name in ("word/document.xml", "word/styles.xml"):
        for reference in parts[name].iter(f"{W}numPr"):
            assert _place(reference) in levels, f"{name}: a number of a list that is not there"
    linked = Counter(style for style in levels.values() if style)
    assert set(linked.values()) <= {1}, "two levels of one style"
    own = {
        style.get(f"{W}styleId"): levels[_place(number)]
        for style in parts["word/styles.xml"].iter(f"{W}style")
        for number in style.iter(f"{W}numPr")
    }
    assert own == {style: style for style in linked}, "styles and levels that differ"


def _place(reference: Element) -> tuple[str, str]:
    return "".join(_values(reference, "numId")), "".join(_values(reference, "ilvl"))


def _levels(numbering: Element) -> dict[tuple[str, str], str]:
    """The style linked to each level of each list, "" when none is."""
    models = {item.get(f"{W}abstractNumId", ""): item for item in numbering.iter(f"{W}abstractNum")}
    assert set(_values(numbering, "abstractNumId")) <= set(models), "a list without its levels"
    return {
        (item.get(f"{W}numId", ""), level.get(f"{W}ilvl", "")): "".join(_values(level, "pStyle"))
        for item in numbering.iter(f"{W}num")
        for level in models[_values(item, "abstractNumId")[0]].iter(f"{W}lvl")
    }


def _check_sections(body: Element) -> None:
    assert body[-1].tag == f"{W}sectPr", "no section at the end"
    for section in body.iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        assert size is not None, "a section without a page size"
        wide = int(size.get(f"{W}w", "")) > int(size.get(f"{W}h", ""))
        assert wide == (size.get(f"{W}orient") == "landscape"), "a page that lies the wrong way"


def _check_fields(story: Element) -> None:
    text = " ".join(_values(story, "fldChar", "fldCharType"))
    while "begin separate end" in text:
        text = " ".join(text.replace("begin separate end", "").split())
    assert not text, "a field that does not end"


def _check_blocks(story: Element) -> None:
    for holder in [story, *story.iter(f"{W}tc")]:
        blocks = [item.tag for item in holder if item.tag in (f"{W}p", f"{W}tbl")]
        assert not blocks or blocks[-1] == f"{W}p", "a table as the last block"
        assert blocks or holder is story, "a cell without a paragraph"
        assert (f"{W}tbl", f"{W}tbl") not in pairwise(blocks), "two tables that touch"


def _check_table(table: Element) -> None:
    grid = [int(width) for width in _values(next(table.iter(f"{W}tblGrid")), "gridCol", "w")]
    assert sum(grid) == _number(table, "tblPr/tblW", "w"), "columns that do not add up"
    assert min(grid) > 0, "a column without a width"
    rows = table.findall(f"{W}tr")
    assert rows, "a table without rows"
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == sorted(heads, reverse=True), "a heading row that is not at the top"
    merged: dict[int, int] = {}
    for row in rows:
        merged = dict(_check_row(row, grid, merged))


def _check_row(row: Element, grid: list[int], above: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield (column, span) of the cells that the next row may continue."""
    at = 0
    for cell in row.findall(f"{W}tc"):
        span = _number(cell, "tcPr/gridSpan", "val", "1")
        width = sum(grid[at : at + span])
        assert _number(cell, "tcPr/tcW", "w") == width, "a cell as wide as no column"
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None:
            starts = merge.get(f"{W}val") == "restart"
            assert starts or above.get(at) == span, "a cell that continues none above it"
            yield at, span
        at += span
    assert at == len(grid), "a row that does not fill its table"


def _check_ids(stories: list[Element]) -> None:
    marks = [item for story in stories for item in story.iter()]
    for tag in (f"{W}bookmarkStart", "docPr"):
        found = [item.get(f"{W}id") or item.get("id") for item in marks if item.tag.endswith(tag)]
        assert len(found) == len(set(found)), "an id used twice"


def _check_bookmarks(stories: list[Element]) -> None:
    """Each ends once, and what a field refers to is there; names as Word allows them."""
    names = [name for story in stories for name in _values(story, "bookmarkStart", "name")]
    starts = [value for story in stories for value in _values(story, "bookmarkStart", "id")]
    ends = [value for story in stories for value in _values(story, "bookmarkEnd", "id")]
    asked = [item.text or "" for story in stories for item in story.iter(f"{W}instrText")]
    assert sorted(starts) == sorted(ends), "a bookmark that does not end"
    assert len(names) == len(set(names)), "two bookmarks of one name"
    assert all(re.fullmatch(r"\w{1,40}", name) for name in names), names
    links = [link for story in stories for link in _values(story, "hyperlink", "anchor")]
    fields = {text.split()[1] for text in asked if text.split()[0] == "REF"}
    referred = fields | {link for link in links if link.startswith("_Ref")}
    own = {name for name in names if name.startswith("_Ref")}
    assert referred == own, "bookmarks that differ from what leads to them"


def _check_notes(parts: dict[str, Element]) -> None:
    """The text refers to each footnote once, in their order."""
    marks = _values(parts["word/document.xml"], "footnoteReference", "id")
    notes = parts.get("word/footnotes.xml")
    numbers = [] if notes is None else _values(notes, "footnote", "id")
    assert marks == [number for number in numbers if int(number) > 0], "a note without its mark"


GATES: tuple[Callable[[Path], None], ...] = (
    structure_gate,
    audit_gate,
    integrity_gate,
    sdk_gate,
)
