"""The worksheets of a plan: one a table, in the order in which the plan reads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from kehoach_cli.document.captions import caption_of, label_and_words
from kehoach_cli.document.compose import appendix_label
from kehoach_cli.document.decision import attachment_line, source_line
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Paragraph, Table
from kehoach_cli.document.tables import table_blocks
from kehoach_cli.document.texts import Texts, paragraph, prose
from kehoach_cli.document.xlsx.across import Across, row_sums
from kehoach_cli.document.xlsx.sums import Sums, table_sums
from kehoach_cli.document.xlsx.typed import Typed, typed_numbers
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import PhuLuc
from kehoach_cli.plan.view_rows import View, is_awaited
from kehoach_cli.plan.views import resolve_table
from kehoach_cli.vietnamese.units import MoneyUnit

NAME_LENGTH = 31
"""The longest name of a worksheet that Excel takes."""

_FORBIDDEN = re.compile(
    r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U00010000-\U0010ffff]+"
)
_RESERVED = "history"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: lines above, the table as it prints with the values behind it, notes below.

    `sums` go down a column, `across` along a row.
    """

    name: str
    above: tuple[Paragraph, ...]
    table: Table
    view: View
    sums: Sums
    below: tuple[Paragraph, ...]
    landscape: bool
    typed: Typed
    across: Across

    def number(self, row: int, column: int) -> Decimal | None:
        """The number in a cell of the view, None where there is none."""
        return number_at(self.view, self.typed, row, column)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a table stands. `title`: the lines of its appendix; `section`: the nearest title."""

    bang: Bang
    section: str
    label: str = ""
    title: tuple[Paragraph, ...] = ()
    landscape: bool = False


def plan_sheets(plan: Plan, unit: MoneyUnit, layout: Layout) -> list[Sheet]:
    """A worksheet for each table that has columns."""
    texts = Texts(plan, unit)
    found: list[Sheet] = []
    taken: set[str] = set()
    for place in _places(plan, texts):
        sheet = _sheet(place, plan, texts, layout, taken)
        if sheet is not None:
            found.append(sheet)
    return found


def _places(plan: Plan, texts: Texts) -> Iterator[_Place]:
    for muc in plan.noi_dung or ():
        for bang, section in muc.tables(texts(muc.muc)):
            yield _Place(bang, section)
    for position, appendix in enumerate(plan.phu_luc or (), 1):
        label = appendix_label(plan, position)
        title = _appendix_title(appendix, label, plan, texts)
        for bang, section in appendix.tables():
            yield _Place(bang, section, label, title, appendix.kho_giay == "ngang")


def _appendix_title(
    appendix: PhuLuc, label: str, plan: Plan, texts: Texts
) -> tuple[Paragraph, ...]:
    title = " ".join(texts(appendix.ten).upper().split())
    lines = (paragraph("phu_luc", label), paragraph("phu_luc", title))
    return (*lines, paragraph("kem_theo", attachment_line(plan)))


def _sheet(
    place: _Place, plan: Plan, texts: Texts, layout: Layout, taken: set[str]
) -> Sheet | None:
    blocks = table_blocks(place.bang, plan, texts, layout, place.landscape)
    table = next((block for block in blocks if isinstance(block, Table)), None)
    if table is None:
        return None
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    view = resolve_table(place.bang, plan)
    typed = _typed(place.bang, view, table)
    return Sheet(
        name=unique_name(place.label or texts(place.bang.ten) or texts(place.section), taken),
        above=(*_above(place, plan, texts), *(x for x in lines if x.style == "don_vi_tinh")),
        table=table,
        view=view,
        sums=table_sums(place.bang, view),
        below=tuple(line for line in lines if line.style == "ghi_chu_bang"),
        landscape=place.landscape,
        typed=typed,
        across=row_sums(place.bang, view, partial(number_at, view, typed)),
    )


def _typed(bang: Bang, view: View, table: Table) -> Typed:
    """The numbers among the cells of own rows; beside a register, those in columns of money."""
    if bang.hang is None:
        return Typed()
    typed = typed_numbers(table.rows)
    if not bang.shows_register:
        return typed
    figures = {at for at, column in enumerate(view.columns) if column.holds_figures}
    return Typed({at: number for at, number in typed.numbers.items() if at[1] in figures})


def number_at(view: View, typed: Typed, row: int, column: int) -> Decimal | None:
    """The number in a cell, worked out or typed; None where there is none."""
    cells = view.rows[row].cells
    value = cells[column] if column < len(cells) else None
    if is_awaited(value):
        return Decimal(0)  # a formula, so it has a figure
    return value if isinstance(value, Decimal) else typed.numbers.get((row, column))


def _above(place: _Place, plan: Plan, texts: Texts) -> Iterable[Paragraph]:
    """The appendix's title, or where in the plan the table stands; the table's own name."""
    numbered = caption_of(place.bang, texts)
    name = texts(place.section) if numbered is None else label_and_words(numbered)
    caption = (prose("ten_bang", name),) if name else ()
    if place.title:
        return (*place.title, *caption)
    return (*caption, paragraph("kem_theo", source_line(plan)))


def unique_name(text: str, taken: set[str]) -> str:
    """A name that Excel takes for a worksheet and that no other has; it is added to `taken`."""
    clean = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("' ") or "Bảng"
    name, number = _cut(clean, NAME_LENGTH), 1
    while name.casefold() in taken or name.casefold() == _RESERVED:
        number += 1
        mark = f" ({number})"
        name = _cut(clean, NAME_LENGTH - len(mark)) + mark
    taken.add(name.casefold())
    return name


def _cut(text: str, length: int) -> str:
    """As many whole words as fit; a word too long is cut."""
    if len(text) <= length:
        return text
    whole = text[: length + 1].rpartition(" ")[0]
    return (whole or text[:length]).rstrip("' -–,;.")
