"""References as Word fields: a clerk who inserts a section updates them with F9.

A field stands only where Word would print the very words that stand there. `REF … \\n` gives the
number of a paragraph without its trailing full stops (ECMA-376 Part 1, 17.16.5.51), so "III." comes
out as "III" and "Phụ lục %1" whole; but "a)" keeps its bracket, and "điểm a" therefore stays typed.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kehoach_cli.document.docx.labels import Labels, Mark
from kehoach_cli.document.docx.markup import escape, text_run
from kehoach_cli.document.model import Document, Paragraph, Run, blocks_in

_FIRST_ID = 1_000_000  # those below are of the table of contents


class Bookmark(NamedTuple):
    """A bookmark and what a field that refers to it prints. `switch`: how it asks for that."""

    number: int
    prints: str
    switch: str

    @property
    def name(self) -> str:
        """The bookmark's name; Word does not show those that begin with a low line."""
        return f"_Ref_kehoach_{self.number}"

    def around(self, xml: str) -> str:
        """Something with the bookmark around it."""
        own = _FIRST_ID + self.number
        start = f'<w:bookmarkStart w:id="{own}" w:name="{self.name}"/>'
        return f'{start}{xml}<w:bookmarkEnd w:id="{own}"/>'

    def field(self, look: str) -> str:
        """The field that refers to it. `look`: the `<w:rPr>` of its runs."""
        return field_xml(f"REF {self.name} {self.switch}\\h", self.prints, look)


Bookmarks = Mapping[str, Bookmark]
"""The bookmarks of a document by anchor."""


def field_xml(instruction: str, result: str, look: str = "") -> str:
    """A field with the result that it shows until it is updated."""
    steps = {
        step: f'<w:r>{look}<w:fldChar w:fldCharType="{step}"/></w:r>'
        for step in ("begin", "separate", "end")
    }
    asked = (
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    )
    return f"{steps['begin']}{asked}{steps['separate']}{text_run(result, look)}{steps['end']}"


def bookmarks_of(document: Document, runs: Iterable[Run]) -> dict[str, Bookmark]:
    """A bookmark for each paragraph that some field refers to, in their order. `runs`: all."""
    wanted = {(run.shows, run.text) for run in runs if run.shows}
    if not wanted:
        return {}
    labels, found = Labels(document.schemes), dict[str, Bookmark]()
    for block in blocks_in(document):
        if isinstance(block, Paragraph) and block.number:
            mark = labels.next(block.number)
            prints = _printed(mark)
            if prints and (block.anchor, prints) in wanted:
                switch = "" if mark.counted else "\\n "
                found[block.anchor] = Bookmark(len(found) + 1, prints, switch)
    return found


def _printed(mark: Mark) -> str:
    """What a field that asks for a paragraph's number prints; "" where Word counts none."""
    return mark.label.rstrip(".") if mark.slot or mark.counted else ""
