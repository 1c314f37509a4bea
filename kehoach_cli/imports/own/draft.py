"""A file of kehoach's own → the draft of its plan."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach_cli.document.layout import Layout, read_layout
from kehoach_cli.imports.needed import filled_in
from kehoach_cli.imports.own.blocks import Box, Par, Shape
from kehoach_cli.imports.own.plan import OwnPlan
from kehoach_cli.imports.own.proof import laid_out, needs_breaks, other_looks
from kehoach_cli.imports.own.tables import Form, Looks, OwnTables
from kehoach_cli.imports.pages import Pages, Remark
from kehoach_cli.imports.references import with_references
from kehoach_cli.imports.register import Register
from kehoach_cli.imports.result import Draft
from kehoach_cli.imports.roles import with_roles
from kehoach_cli.imports.yaml_text import Data, harmless, yaml_of
from kehoach_cli.installed import templates

_FORM, _FORM_BEFORE = "nd30-2020", "tt01-2011"
_TRIES = 5
"""Times that a draft is laid out: each table may need two other forms, then its looks."""


def _form_of(shapes: Sequence[Shape]) -> str:
    """The layout that a file was printed in: one before ends the last of its bases otherwise."""
    bases = [
        b.plain for s in shapes for b in s.blocks if isinstance(b, Par) and b.style == "can_cu"
    ]
    return _FORM_BEFORE if any(text.endswith(",") for text in bases) else _FORM


def own_draft(pages: Pages, given: Mapping[str, str]) -> Draft:
    """The draft of the plan that a file of kehoach's own prints."""
    form = _form_of(pages.own)
    layout = read_layout(templates() / "the-thuc" / f"{form}.toml")
    looks: dict[int, Looks] = {}
    broken = False
    taken = _taken(pages.own, given, looks, broken, layout)
    for _ in range(_TRIES):
        document = laid_out(yaml_of(taken.data), layout)
        if document is None:
            break
        boxes = [b for shape in pages.own for b in shape.blocks if isinstance(b, Box)]
        others = dict(other_looks(boxes, taken.forms, document, layout))
        again = not broken and needs_breaks(pages.own, document)
        if not others and not again:
            break
        for at, other in others.items():
            looks[at] = looks[at].with_more(other) if at in looks else other
        broken = broken or again
        taken = _taken(pages.own, given, looks, broken, layout)
    data = with_roles(with_references(taken.data))
    remarks = [*pages.remarks, *taken.remarks]
    return Draft(data, yaml_of(data), remarks, _counted(pages.own, data))


def _counted(shapes: Sequence[Shape], data: Mapping[str, Data]) -> Counter[str]:
    blocks = [block for shape in shapes for block in shape.blocks]
    tables = [block for block in blocks if isinstance(block, Box)]
    counts: Counter[str] = Counter()
    counts["đoạn văn"] = len(blocks) - len(tables)
    counts["bảng"] = len(tables)
    counts["hàng trong bảng"] = sum(len(table.rows) for table in tables)
    for key, word in (("can_cu", "căn cứ"), ("du_an", "dự án"), ("phu_luc", "phụ lục")):
        value = data.get(key)
        counts[word] = len(value) if isinstance(value, list) else 0
    return counts


class _Taken(NamedTuple):
    data: dict[str, Data]
    remarks: list[Remark]
    forms: list[Form]


def _taken(
    shapes: Sequence[Shape],
    given: Mapping[str, str],
    looks: dict[int, Looks],
    broken: bool,
    layout: Layout,
) -> _Taken:
    """The data of a plan. `looks`: what its tables must be told, by their numbers."""
    boxes = sum(isinstance(b, Box) for shape in shapes for b in shape.blocks)
    register = Register(several=boxes > 1, given=given)
    tables = OwnTables(register, looks)
    data = OwnPlan(shapes, layout, tables.data, broken=broken).data()
    data |= register.keys()
    van_ban = data["van_ban"]
    assert isinstance(van_ban, dict)  # noqa: S101 - made so
    if layout.name != _FORM:
        van_ban["the_thuc"] = layout.name
    if register.unit:
        van_ban["don_vi_tien"] = register.unit
    remarks = [*register.remarks, *filled_in(van_ban)]
    data = {key: harmless(value) for key, value in data.items()}
    return _Taken(data, remarks, tables.forms)
