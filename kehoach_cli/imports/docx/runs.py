"""The letters of a Word paragraph → text with the marks of `doan_van`."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from kehoach_cli.imports.docx.package import ENDNOTE, NS, Style, is_on, said
from kehoach_cli.imports.docx.pictures import Drawn, drawn_in
from kehoach_cli.imports.docx.reviews import Reviews
from kehoach_cli.imports.letters.symbols import in_signs, symbol
from kehoach_cli.patterns import pattern

_GONE = (f"{NS}del", f"{NS}moveFrom")
_ADDED = (f"{NS}ins", f"{NS}moveTo")
_ID = f"{NS}id"
_BOX = f"{NS}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURES = (f"{NS}drawing", f"{NS}pict", f"{NS}object")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA, _LETTERS, _BELOW = f"{_MATH}oMath", f"{_MATH}t", f"{_MATH}den"
_WHITE = ("FFFFFF", "ffffff")
_SPACES = pattern(r"[^\S\n]+")
_CORE = pattern(r"(\s*)(.*?)(\s*)", re.DOTALL)


def _formula(element: Any) -> Iterator[str]:
    """The letters of a formula in one line, "/" in front of what stands below a line."""
    for child in element:
        if child.tag == _LETTERS:
            yield child.text or ""
        else:
            yield from ["/"] if child.tag == _BELOW else []
            yield from _formula(child)


class Piece(NamedTuple):
    """A stretch of letters that look alike."""

    text: str
    bold: bool = False
    italic: bool = False


class Letters:
    """What a paragraph holds. `lost`: text that does not print; `boxes`: text boxes in it."""

    TAB = " "
    """What a tab becomes."""

    def __init__(self, paragraph: Any, style: Style, notes: dict[str, Any]) -> None:
        self.style, self._notes = style, notes
        self.lost: list[tuple[str, str]] = []
        self.boxes: list[Any] = []
        self.pictures: list[Drawn] = []
        self._reviews = Reviews(notes)
        self.pieces = [piece for piece in self._read(paragraph) if piece.text]
        self.lost += self._reviews.told()

    def _read(self, element: Any) -> Iterator[Piece]:
        for child in element:
            if child.tag == f"{NS}r":
                yield from self._run(child)
            elif child.tag == _FORMULA:
                yield Piece("".join(_formula(child)))
            elif child.tag in _GONE:
                gone = "".join(one.text or "" for one in child.iter(f"{NS}delText", f"{NS}t"))
                self._reviews.gone(child, gone)
            elif child.tag in _ADDED:
                self._reviews.adding(child)
                yield from self._read(child)
                self._reviews.adding(None)
            elif child.tag == f"{NS}commentRangeStart":
                self._reviews.begun(child.get(_ID, ""))
            elif child.tag not in (f"{NS}pPr", _FALLBACK):
                yield from self._read(child)

    def _run(self, run: Any) -> Iterator[Piece]:
        look = run.find(f"{NS}rPr")
        text = "".join(self._letters(run))
        font = look.find(f"{NS}rFonts") if look is not None else None
        if font is not None:
            text = in_signs(text, font.get(f"{NS}ascii", ""))
        if text.strip() and (is_on(look, "vanish", self.style.hidden)):
            self.lost.append(("chữ ẩn, không lấy; cần thì cho hiện ra trong Word", text))
            return
        color = said(look, "color")
        if text.strip() and color in _WHITE:
            self.lost.append(("chữ trắng, vẫn được lấy", text))
        self._reviews.said(text)
        yield Piece(text, is_on(look, "b", self.style.bold), is_on(look, "i", self.style.italic))

    def _letters(self, run: Any) -> Iterator[str]:
        for child in run:
            name = child.tag.removeprefix(NS)
            if name == "t":
                yield child.text or ""
            elif name in ("tab", "ptab"):
                yield self.TAB
            elif name in ("br", "cr"):
                yield "" if child.get(f"{NS}type") in ("page", "column") else "\n"
            elif name == "noBreakHyphen":
                yield "-"
            else:
                yield self._other(child, name)

    def _other(self, child: Any, name: str) -> str:
        """What a note, a sign or a drawing in a run says."""
        if name in ("footnoteReference", "endnoteReference"):
            mark = ENDNOTE if name == "endnoteReference" else ""
            return self._note(mark + child.get(_ID, ""))
        if name == "sym":
            return self._symbol(child)
        if name == "commentReference":
            self._reviews.remarked(child.get(_ID, ""))
        self._drawn(child)
        return ""

    def _symbol(self, element: Any) -> str:
        """A letter of a font of signs; one that is not known is told of."""
        font, code = element.get(f"{NS}font", ""), element.get(f"{NS}char", "")
        letter = symbol(font, code)
        if not letter:
            self.lost.append(("ký hiệu của phông chữ ấy, không đọc được", f"{font} {code}"))
        return letter

    def _drawn(self, element: Any) -> None:
        """Text boxes and pictures in a run; of two ways to draw one, the first."""
        if element.tag == _BOX:
            self.boxes.append(element)
        elif element.tag in _PICTURES and next(element.iter(_BOX), None) is None:
            self.pictures += drawn_in(element)
        elif element.tag != _FALLBACK:
            for one in element:
                self._drawn(one)

    def _note(self, key: str) -> str:
        note = self._notes.pop(key, None)  # called once; a file may say otherwise
        texts = [] if note is None else [one.text or "" for one in note.iter(f"{NS}t")]
        text = " ".join("".join(texts).split())
        return f"^[{text}]" if text else ""

    @property
    def strong(self) -> bool:
        """Whether every letter is bold."""
        return bool(self.plain.strip()) and all(p.bold for p in self.pieces if p.text.strip())

    @property
    def plain(self) -> str:
        """The letters without marks."""
        return "".join(piece.text for piece in self.pieces)

    def marked(self) -> str:
        """The letters with `**` and `*` where they differ from the style of the paragraph."""
        base = (self.strong or self.style.bold, self.style.italic)
        found = []
        for (bold, italic), run in groupby(self.pieces, key=lambda p: (p.bold, p.italic)):
            text = "".join(piece.text for piece in run)
            mark = "**" if bold and not base[0] else "*" if italic and not base[1] else ""
            match = _CORE.fullmatch(text)
            if mark and match and match[2] and "*" not in text and "\n" not in text:
                text = f"{match[1]}{mark}{match[2]}{mark}{match[3]}"
            found.append(text)
        return _SPACES.sub(" ", "".join(found)).strip()
