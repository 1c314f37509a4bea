"""The part footnotes.xml."""

from collections.abc import Iterator

from kehoach_cli.document.docx.markup import DECLARATION, RAISED, W
from kehoach_cli.document.docx.paragraphs import Pen
from kehoach_cli.document.docx.styles import camel

NAME = "word/footnotes.xml"
STYLE = "chu_thich"

_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def footnotes_xml(pen: Pen) -> Iterator[str]:
    """The part, the notes in the order in which the text refers to them."""
    yield f'{DECLARATION}<w:footnotes xmlns:w="{W}">{_RULES}'
    for number, note in enumerate(pen.notes, 1):
        words = pen.runs(tuple(run._replace(note=()) for run in note))
        yield (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{camel(STYLE)}"/></w:pPr>'
            f"<w:r>{RAISED}<w:footnoteRef/></w:r>"
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{words}</w:p></w:footnote>'
        )
    yield "</w:footnotes>"
