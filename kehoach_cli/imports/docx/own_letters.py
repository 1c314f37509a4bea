"""The letters of a paragraph of kehoach's own Word file."""

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach_cli.imports.docx.package import NS, Style, said
from kehoach_cli.imports.docx.runs import Letters, Piece
from kehoach_cli.imports.own.joints import typed
from kehoach_cli.imports.own.marks import Look, marked
from kehoach_cli.imports.pages.links import closed, opened, parted


class OwnLetters(Letters):
    """The letters of a paragraph of ours: what departs from its style says so itself."""

    TAB = "\t"

    def __init__(self, paragraph: Any, notes: dict[str, Any], joints: Mapping[str, str]) -> None:
        self.joint: str | None = None
        self._joints = joints
        asked = (one.text or "" for one in paragraph.iter(f"{NS}instrText"))
        self.counts = any(text.strip().startswith("SEQ") for text in asked)
        self.noted: set[str] = set()
        super().__init__(paragraph, Style(), notes)

    def _read(self, element: Any) -> Iterator[Piece]:
        anchor = element.get(f"{NS}anchor", "") if element.tag == f"{NS}hyperlink" else ""
        if not anchor:
            yield from super()._read(element)
            return
        pieces = [piece for piece in super()._read(element) if piece.text]
        for at, piece in enumerate(pieces, 1):
            before = opened(anchor) if at == 1 else ""
            yield piece._replace(
                text=f"{before}{piece.text}{closed() if at == len(pieces) else ''}"
            )

    def _run(self, run: Any) -> Iterator[Piece]:
        joint = self._joints.get(said(run.find(f"{NS}rPr"), "rStyle") or "")
        for piece in super()._run(run):
            text, self.joint = typed(piece.text, joint, self.joint)
            yield piece._replace(text=text)

    def _note(self, key: str) -> str:
        note = self._notes.get(key)
        found = [] if note is None else [OwnLetters(p, {}, {}) for p in note.iter(f"{NS}p")]
        text = " ".join(one.marked().strip() for one in found).strip()
        self.noted.add(f"^[{text}]")
        return f"^[{text}]" if text else ""

    @property
    def plain(self) -> str:
        """The letters without marks and footnotes."""
        pieces = (piece.text for piece in self.pieces if piece.text not in self.noted)
        return parted("".join(pieces))[0]

    def marked(self) -> str:
        """The letters with marks where they look otherwise than their style says."""
        return marked([Look(*piece, note=piece.text in self.noted) for piece in self.pieces])
