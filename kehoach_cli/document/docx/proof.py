"""The written file, read again before it is put in place: faults that no reader would forgive.

Well-formedness is expat's to say. The rest is told from the text of the parts, which are ours and
therefore of one known form; what fails here is our fault, never the user's.
"""

import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from kehoach_cli.document.docx.package import DOCUMENT, UNREADABLE, read_part
from kehoach_cli.document.docx.pictures import MEDIA
from kehoach_cli.document.docx.proof_tables import ROW_END, ProofError, demand, prove_tables
from kehoach_cli.document.model import Document, Figure

_WORDS = re.compile(rb"<w:t>[^<]+")
_SPACED_WORDS = re.compile(rb'<w:t xml:space="preserve">[^<]+')
_STYLE = re.compile(rb'<w:pStyle w:val="([^"]*)"')
_NUMBER = re.compile(rb'<w:numId w:val="([^"]*)"')
_RELATION = re.compile(rb' r:(?:id|embed)="([^"]*)"')
_PAPER = re.compile(rb'<w:pgSz w:w="(\d+)" w:h="(\d+)"( w:orient="landscape")?/>')
_FIELD = re.compile(rb'<w:fldChar w:fldCharType="(\w+)"/>')
_BEFORE = {b"begin": b"", b"separate": b"begin", b"end": b"separate"}
_IDS = (
    re.compile(rb'<w:bookmarkStart[^>]* w:id="(\d+)"'),
    re.compile(rb'<wp:docPr[^>]* id="(\d+)"'),
)
_LINKS = (
    re.compile(rb' w:anchor="([^" ]+)'),
    re.compile(rb">(?: PAGE| )REF ([^ ]+)"),
    re.compile(rb" \\b ([^\" ]+)"),
)
_BOOKMARK = re.compile(rb'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/>')


def prove(written: Path | BinaryIO, document: Document) -> None:
    """Raise ProofError unless the file is whole, consistent, and holds the Document's tables."""
    try:
        parts = _parts(written)
    except UNREADABLE as error:
        raise ProofError(f"the package cannot be read again: {error}") from error
    body = parts.get(DOCUMENT, b"")
    pieces = body.split(ROW_END)
    alike = Counter(pieces)
    _prove_ids(alike)
    # Without their words most rows are alike; each is looked through once.
    parts[DOCUMENT] = ROW_END.join(alike)
    _prove_references(parts)
    _prove_fields(parts)
    _prove_sections(body, document)
    prove_tables(pieces, parts[DOCUMENT], document)
    _prove_pictures(alike, document)


def _parts(written: Path | BinaryIO) -> dict[str, bytes]:
    with zipfile.ZipFile(written) as package:
        names = package.namelist()
        demand(len(names) == len(set(names)), "two parts of one name")
        return {name: _parsed(name, read_part(package, name)) for name in names}


def _parsed(name: str, data: bytes) -> bytes:
    """The markup of a part, without the words that people read; a picture has none."""
    if name.startswith(MEDIA):
        return b""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(data, True)
    return _SPACED_WORDS.sub(b"", _WORDS.sub(b"", data))


def _refuse_doctype(*_: object) -> None:
    raise ProofError("a DOCTYPE in a part")


def _prove_ids(pieces: Counter[bytes]) -> None:
    """No id is used twice in pieces of a text, each told with how often it stands there."""
    for each in _IDS:
        ids = [found for piece, times in pieces.items() for found in each.findall(piece) * times]
        demand(len(ids) == len(set(ids)), "an id used twice")


def _prove_references(parts: dict[str, bytes]) -> None:
    """Every style, list, relation and bookmark that the body names is there."""
    body = parts[DOCUMENT]
    styles = set(re.findall(rb'w:styleId="([^"]*)"', parts.get("word/styles.xml", b"")))
    lists = set(re.findall(rb'<w:num w:numId="([^"]*)"', parts.get("word/numbering.xml", b"")))
    relations = parts.get("word/_rels/document.xml.rels", b"")
    texts = [text for name, text in parts.items() if name.startswith("word/")]
    for text in texts:
        demand(set(_STYLE.findall(text)) <= styles, "a paragraph of a style that is not there")
        demand(set(_NUMBER.findall(text)) <= lists | {b"0"}, "a number of a list not there")
    known = dict(re.findall(rb'<Relationship Id="([^"]*)".*?Target="([^"]*)"', relations))
    demand(set(_RELATION.findall(body)) <= set(known), "a relation that is not there")
    targets = {f"word/{part.decode()}" for part in known.values()}
    demand(targets <= set(parts), "a part that is not there")
    led = {anchor for text in texts for link in _LINKS for anchor in link.findall(text)}
    demand(led <= set(_BOOKMARK.findall(body)), "a link that leads nowhere")


def _prove_fields(parts: dict[str, bytes]) -> None:
    """Every field has its three marks in order, one inside another or not."""
    for name, text in parts.items():
        open_fields: list[bytes] = []
        for step in _FIELD.findall(text):
            last = open_fields.pop() if step != b"begin" and open_fields else b""
            demand(_BEFORE[step] == last, f"a field in {name} that does not end")
            open_fields += [step] if step != b"end" else []
        demand(not open_fields, f"a field in {name} that does not end")


def _prove_sections(body: bytes, document: Document) -> None:
    papers = _PAPER.findall(body)
    demand(len(papers) == len(document.sections), "sections lost or added")
    for (width, height, turned), section in zip(papers, document.sections, strict=True):
        wide = int(width) > int(height)
        demand(wide == bool(turned) == section.landscape, "a page that lies the wrong way")


def _prove_pictures(pieces: Counter[bytes], document: Document) -> None:
    blocks = (block for section in document.sections for block in section.blocks)
    wanted = sum(isinstance(block, Figure) for block in blocks)
    found = sum(piece.count(b"<w:drawing>") * times for piece, times in pieces.items())
    demand(found == wanted, "pictures lost or added")
