"""References as links and Word fields: a clerk who inserts a section updates them with F9.

All words of a reference are one link, in the look of the words around it. In it, a field stands
only where Word would print the very words that stand there. `REF … \\n` gives the number of a
paragraph without its trailing full stops (ECMA-376 Part 1, 17.16.5.51), so "III." comes out as
"III" and "Phụ lục %1" whole; but "a)" keeps its bracket, and "điểm a" therefore stays typed.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kehoach_cli.document.docx.labels import Labels, Mark
from kehoach_cli.document.docx.markup import escape, text_run
from kehoach_cli.document.model import Document, Paragraph, Run, blocks_in

REFERRED = "_Ref_kehoach_"
"""How the bookmarks begin that words refer to; Word does not show those with a low line first."""
_FIRST_ID = 1_000_000  # those below are of the table of contents


class Bookmark(NamedTuple):
    """A bookmark and what a field that refers to it prints, "" where none would print the words.

    `switch`: how the field asks for that.
    """

    number: int
    prints: str
    switch: str

    @property
    def name(self) -> str:
        """The bookmark's name."""
        return f"{REFERRED}{self.number}"

    def around(self, xml: str) -> str:
        """Something with the bookmark around it."""
        own = _FIRST_ID + self.number
        start = f'<w:bookmarkStart w:id="{own}" w:name="{self.name}"/>'
        return f'{start}{xml}<w:bookmarkEnd w:id="{own}"/>'

    def led_to(self, xml: str) -> str:
        """The XML of words that lead to it, as a link without a look of its own."""
        return f'<w:hyperlink w:anchor="{self.name}" w:history="1">{xml}</w:hyperlink>'

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
    """A bookmark for each paragraph that words lead to, in their order. `runs`: all."""
    runs = [run for run in runs if run.target]
    wanted = {(run.shows, run.text) for run in runs if run.shows}
    targets = {run.target for run in runs}
    labels, found = Labels(document.schemes), dict[str, Bookmark]()
    for block in blocks_in(document) if targets else ():
        if not isinstance(block, Paragraph) or not (block.number or block.anchor in targets):
            continue
        mark = labels.next(block.number) if block.number else Mark(None)
        prints = _printed(mark)
        shown = prints if (block.anchor, prints) in wanted else ""
        if shown or block.anchor in targets:
            switch = "" if mark.counted else "\\n "
            found[block.anchor] = Bookmark(len(found) + 1, shown, switch)
    return found


def _printed(mark: Mark) -> str:
    """What a field that asks for a paragraph's number prints; "" where Word counts none."""
    return mark.label.rstrip(".") if mark.slot or mark.counted else ""
