"""A file of kehoach's own → the draft of its plan."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from kehoach_cli.document.layout import Layout, read_layout
from kehoach_cli.imports.counting import counted
from kehoach_cli.imports.needed import filled_in
from kehoach_cli.imports.own.body import Taking
from kehoach_cli.imports.own.figures import OwnFigures
from kehoach_cli.imports.own.plan import OwnPlan
from kehoach_cli.imports.own.proof import laid_out, needs_breaks, other_looks
from kehoach_cli.imports.own.references import (
    Codes,
    codes_of,
    linked_pars,
    titles_of,
    with_own_references,
)
from kehoach_cli.imports.own.tables import Form, Looks, OwnTables
from kehoach_cli.imports.pages.model import Pages, Remark
from kehoach_cli.imports.pages.own_blocks import Box, Par
from kehoach_cli.imports.pages.pictures import Pictures
from kehoach_cli.imports.parts.roles import with_roles
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.result import Draft
from kehoach_cli.imports.yaml_text import Data, harmless, yaml_of
from kehoach_cli.installed import templates

_FORM = "nd30-2020"
_TRIES = 6
"""Times that a draft is laid out: each table may need two other forms, then its looks."""


def _layout_of(pages: Pages) -> Layout:
    """The layout that a file was printed in, by where its pages have their numbers.

    Where the file does not say: by how the last of its bases ends.
    """
    known = [read_layout(path) for path in sorted((templates() / "the-thuc").glob("*.toml"))]
    numbers = pages.about.get("numbers", "")
    bases = [
        b.plain for s in pages.own for b in s.blocks if isinstance(b, Par) and b.style == "can_cu"
    ]
    ends = {text[-1:] for text in bases} & {layout.last_can_cu_mark for layout in known}
    fits = (
        one
        for one in known
        if (one.last_can_cu_mark in ends if ends else one.page.number_align == numbers)
    )
    return next(fits, next(layout for layout in known if layout.name == _FORM))


def own_draft(pages: Pages, given: Mapping[str, str], folder: str) -> Draft:
    """The draft of the plan that a file of kehoach's own prints. `folder`: of its pictures."""
    layout = _layout_of(pages)
    taker = _Taker(pages, given, layout, folder)
    taken = taker.taken()
    boxes = [b for shape in pages.own for b in shape.blocks if isinstance(b, Box)]
    for box in boxes:
        room = layout.page.text_width(box.lying) / 100
        box.widths = box.widths or [share * room for share in box.shares]
    for _ in range(_TRIES):
        document = laid_out(yaml_of(taken.data), layout, taken.pictures)
        if document is None:
            break
        others = dict(other_looks(boxes, taken.forms, document, layout))
        again = not taker.broken and needs_breaks(pages.own, document)
        if not others and not again:
            break
        for at, other in others.items():
            taker.looks[at] = taker.looks[at].with_more(other) if at in taker.looks else other
        taker.broken = taker.broken or again
        taken = taker.taken()
    data = with_roles(with_own_references(taken.data, linked_pars(pages.own), taken.codes))
    remarks = [*pages.remarks, *taken.remarks]
    paragraphs = sum(isinstance(b, Par) for shape in pages.own for b in shape.blocks)
    counts = counted(data, paragraphs, [len(box.rows) for box in boxes])
    counts += Counter({"hình": len(taken.pictures)})
    return Draft(data, yaml_of(data), remarks, counts, taken.pictures)


class _Taken(NamedTuple):
    data: dict[str, Data]
    remarks: list[Remark]
    forms: list[Form]
    pictures: Mapping[str, bytes]
    codes: Codes


class _Taker:
    """Makes the data of a plan. `looks`: what its tables must be told, by their numbers.

    `broken`: names of issuers keep their lines.
    """

    def __init__(self, pages: Pages, given: Mapping[str, str], layout: Layout, folder: str) -> None:
        self.shapes, self.about = pages.own, pages.about
        self.given, self.layout, self.folder = given, layout, folder
        self.looks: dict[int, Looks] = {}
        self.broken = False
        self.codes, self.titles = codes_of(pages.own), titles_of(pages.own)

    def taken(self) -> _Taken:
        """The data, as what was told so far asks for."""
        boxes = sum(isinstance(b, Box) for shape in self.shapes for b in shape.blocks)
        register = Register(several=boxes > 1, given=self.given, own=True)
        tables, figures = OwnTables(register, self.looks), OwnFigures(Pictures(self.folder))
        taking = Taking(tables.data, figures.data, self.codes, self.titles)
        plan = OwnPlan(self.shapes, self.layout, taking, self.about, broken=self.broken)
        data = plan.data()
        data |= register.keys()
        van_ban = data["van_ban"]
        assert isinstance(van_ban, dict)  # noqa: S101 - made so
        if self.layout.name != _FORM:
            van_ban["the_thuc"] = self.layout.name
        if register.unit:
            van_ban["don_vi_tien"] = register.unit
        remarks = [*register.remarks, *figures.remarks, *filled_in(van_ban)]
        data = {key: harmless(value) for key, value in data.items()}
        codes = self.codes | tables.codes
        return _Taken(data, remarks, tables.forms, figures.pictures.files, codes)
