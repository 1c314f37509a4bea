"""Paragraphs and drawn lines as Word XML."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from kehoach_cli.document.docx.labels import Labels, Mark
from kehoach_cli.document.docx.markup import (
    LINE_BREAK,
    RAISED,
    look_xml,
    spacing,
    text_run,
    twips,
)
from kehoach_cli.document.docx.numbering import WORD_LEVELS
from kehoach_cli.document.docx.references import Bookmarks, field_xml
from kehoach_cli.document.docx.styles import StyleBook, camel
from kehoach_cli.document.model import APPENDIX, Figure, Paragraph, Rule, Run
from kehoach_cli.source.pictures import Picture

MARK = "_Toc"  # Word's own beginning of such names; it does not show them
RULE_STYLE, BREAK_STYLE = "ke_ngang", "ngat_phan"


class Pen:
    """What writing one document carries along: styles, counters, bookmarks, footnotes.

    `listing`: whether the table of contents is a field that Word can make anew. `pictures`: by
    their bytes, the id of the relation to each. `figures`: those written so far.
    """

    def __init__(
        self,
        book: StyleBook,
        labels: Labels,
        bookmarks: Bookmarks,
        pictures: Mapping[bytes, tuple[str, Picture]],
        *,
        listing: bool,
    ) -> None:
        self.book, self.labels, self.bookmarks = book, labels, bookmarks
        self.pictures, self.listing = pictures, listing
        self.notes: list[tuple[Run, ...]] = []
        self.figures: list[Figure] = []

    def runs(self, runs: tuple[Run, ...]) -> str:
        """The runs of a paragraph; the footnotes met are noted."""
        parts = groupby(runs, key=lambda run: run.target)
        return "".join(self._part(target, list(part)) for target, part in parts)

    def _part(self, target: str, runs: Sequence[Run]) -> str:
        """Runs that lead to one thing; no footnote of theirs may stand inside the link."""
        bookmark = self.bookmarks.get(target)
        if bookmark is None:
            return "".join(self._run(run) + self._note_mark(run) for run in runs)
        words = "".join(map(self._run, runs))
        return bookmark.led_to(words) + "".join(map(self._note_mark, runs))

    def _run(self, run: Run) -> str:
        """A run without the mark of its footnote."""
        bookmark = self.bookmarks.get(run.shows)
        if bookmark and bookmark.prints == run.text:
            return bookmark.field(look_xml(run))
        return text_run(run.text, look_xml(run))

    def _note_mark(self, run: Run) -> str:
        if not run.note:
            return ""
        self.notes.append(run.note)
        return f'<w:r>{RAISED}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'


def paragraph_xml(
    paragraph: Paragraph, pen: Pen, table_size: int = 0, section_end: str = ""
) -> str:
    """`<w:p>` of a paragraph. `section_end`: the `<w:sectPr>` of the section it closes."""
    mark = pen.labels.next(paragraph.number) if paragraph.number else Mark(None)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{_style_id(paragraph, mark, pen.book, table_size)}"/>'
        f"{'<w:keepNext/>' if paragraph.keep_next else ''}"
        f"{mark.slot.reference if mark.slot else ''}{_before(paragraph.before)}"
        f"{_indent(paragraph, mark, pen.book)}{_depth(paragraph, pen.book)}"
        f"{section_end}</w:pPr>"
        f"{_marked(paragraph.mark, _words(paragraph, mark, pen))}</w:p>"
    )


def _marked(name: str, words: str) -> str:
    """The words between the ends of a bookmark, its id the number in its name."""
    if not name:
        return words
    number = int(name.removeprefix(MARK))
    return f'{bookmark_start(number, name)}{words}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_start(number: int, name: str) -> str:
    """`<w:bookmarkStart>`."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def rule_xml(rule: Rule, section_end: str = "") -> str:
    """A line drawn as the top border of a paragraph of one point, centred by equal indents."""
    room = max(0, twips(rule.box) - twips(rule.length))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{camel(RULE_STYLE)}"/>'
        f'<w:spacing w:before="{spacing(rule.before)}"/>'
        f'<w:ind w:left="{room // 2}" w:right="{room - room // 2}"/>{section_end}</w:pPr></w:p>'
    )


def break_xml(section_end: str = "", words: str = "") -> str:
    """The paragraph of one point that must follow a table, and may close a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="{camel(BREAK_STYLE)}"/>{section_end}</w:pPr>{words}</w:p>'


def _style_id(paragraph: Paragraph, mark: Mark, book: StyleBook, table_size: int) -> str:
    if mark.slot and mark.slot.style == paragraph.style:
        return book.slot_id(mark.slot)
    if mark.slot:
        return book.style_id(paragraph.style, table_size)
    return book.unnumbered_id(paragraph.style, table_size)


def _before(points: float | None) -> str:
    return "" if points is None else f'<w:spacing w:before="{spacing(points)}"/>'


def _indent(paragraph: Paragraph, mark: Mark, book: StyleBook) -> str:
    """Indents of its own. A number set in the paragraph would else bring those of its level."""
    style = book.style(paragraph.style)
    if paragraph.narrow:
        side = twips(paragraph.narrow)
        return f'<w:ind w:left="{twips(style.left) + side}" w:right="{side}"/>'
    if mark.slot and (style.first or style.left):
        first, line = twips(style.first), "firstLine" if style.first >= 0 else "hanging"
        return f'<w:ind w:left="{twips(style.left)}" w:{line}="{abs(first)}"/>'
    return ""


def _depth(paragraph: Paragraph, book: StyleBook) -> str:
    """The depth of a heading whose style serves several levels of the outline."""
    style = book.style(paragraph.style)
    level = paragraph.number.level if paragraph.number else APPENDIX
    if not style.outline or not 0 <= level < WORD_LEVELS:
        return ""
    return "" if book.depth(style) == level + 1 else f'<w:outlineLvl w:val="{level}"/>'


def _words(paragraph: Paragraph, mark: Mark, pen: Pen) -> str:
    """Label and words; a bookmark is around what a field that refers to it is to find."""
    words, bookmark = pen.runs(paragraph.runs), pen.bookmarks.get(paragraph.anchor)
    if not mark.counted:
        whole = _label(mark, words)
        return bookmark.around(whole) if bookmark else whole
    number = mark.label.removeprefix(mark.counted)
    counter = f"SEQ {mark.counted.strip()} \\* ARABIC"
    label = text_run(mark.counted) + field_xml(counter, number)
    after = text_run(". ") + words if words else ""
    return (bookmark.around(label) if bookmark else label) + after


def _label(mark: Mark, words: str) -> str:
    if mark.own_line:
        return text_run(mark.typed) + (LINE_BREAK + words if words else "")
    return (text_run(f"{mark.typed} " if words else mark.typed) if mark.typed else "") + words
