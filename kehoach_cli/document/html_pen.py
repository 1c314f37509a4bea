"""What writing an HTML page carries along: its labels, its footnotes, its links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kehoach_cli.document.html_text import look_of, text_of
from kehoach_cli.document.labels import Labels
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import (
    APPENDIX,
    Document,
    Paragraph,
    Run,
    blocks_in,
    targets_in,
)
from kehoach_cli.patterns import pattern

APPENDIX_STYLE = "phu_luc"

_PERIOD = pattern("\\d{4}\u00a0[-–]\u00a0\\d{4}")
"""Years that stay on one line: a browser breaks behind a hyphen, whatever space follows."""


@dataclass(slots=True)
class Pen:
    """What writing one document carries along. `notes`: those of the section so far."""

    layout: Layout
    labels: Labels
    notes: list[str] = field(default_factory=list)
    noted: int = 0
    inside: int = 0  # 1 in an appendix, whose own title is the h2
    linked: Mapping[str, str] = field(default_factory=dict)
    """The ids of the paragraphs that links lead to, by anchor."""
    named: str = ""
    """The latest name of a table or title, which tells those who hear the page what follows."""

    def runs(self, runs: Iterable[Run]) -> str:
        """The words of a paragraph, linked to their footnotes and to what they refer to."""
        parts = groupby(runs, key=lambda run: run.target)
        return "".join(self._part(target, list(part)) for target, part in parts)

    def _part(self, target: str, runs: Sequence[Run]) -> str:
        """Runs that refer to one thing are one link; no link may stand inside it."""
        if target not in self.linked:
            return "".join(_plain(run) + self._mark(run) for run in runs)
        words = "".join(map(_plain, runs))
        return f'<a href="#{self.linked[target]}">{words}</a>' + "".join(map(self._mark, runs))

    def _mark(self, run: Run) -> str:
        if not run.note:
            return ""
        self.noted += 1
        number = self.noted
        words = self.runs(part._replace(note=()) for part in run.note)
        back = f'<a href="#cho-{number}" aria-label="Về chỗ có chú thích {number}">↩</a>'
        self.notes.append(f'<li id="chu-thich-{number}">{words} {back}</li>')
        return f'<sup><a id="cho-{number}" href="#chu-thich-{number}">{number}</a></sup>'

    def heading(self, paragraph: Paragraph) -> str:
        """The element of a paragraph: "p", or a heading below the title's h1."""
        style, number = self.layout.styles[paragraph.style], paragraph.number
        if not style.outline:
            return "p"
        if style.key == APPENDIX_STYLE:
            return "h2"
        depth = number.level + 1 if number and number.level != APPENDIX else style.outline
        return f"h{min(6, 1 + self.inside + depth)}"


def _plain(run: Run) -> str:
    words = _PERIOD.sub(r'<span class="lien">\g<0></span>', text_of(run.text))
    return look_of(run, words)


def pen_for(document: Document, layout: Layout) -> Pen:
    """The pen at the start of a document."""
    targets = targets_in(document)
    found = (block for block in blocks_in(document) if isinstance(block, Paragraph))
    linked = {
        title.anchor: title.mark or title.anchor for title in found if title.anchor in targets
    }
    return Pen(layout, Labels(document, layout), linked=linked)
