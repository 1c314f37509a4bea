"""What stands before a numbered paragraph: Word's number, or a label typed out.

Word's counters are followed along. Where none of the lists so far would print the right label, a
further list begins that does; so what is printed is right, whatever a plan leaves out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.document.docx.numbering import (
    APPENDIX_SLOT,
    OTHER_LISTS,
    WORD_LEVELS,
    Slot,
    linked,
    list_from,
    main_lists,
)
from kehoach_cli.document.model import APPENDIX, TABLE, Number
from kehoach_cli.plan.references import table_label
from kehoach_cli.plan.scheme import Scheme, roman

_REMEMBERED = 64
_PLACEHOLDER = re.compile(r"%(\d)")


class Mark(NamedTuple):
    """A paragraph's number: its place in Word's list, or a field that counts, or a typed label.

    `label`: as it prints. `counted`: what stands before the field's number, "" where there is none.
    """

    slot: Slot | None
    label: str = ""
    own_line: bool = False
    counted: str = ""

    @property
    def typed(self) -> str:
        """The label where Word does not count it."""
        return "" if self.slot or self.counted else self.label


class _Counting:
    """A list of Word, and the count at each of its levels.

    0: a level passed over on the way to a lower one. Programs differ on what comes after it.
    """

    def __init__(self, slots: tuple[Slot, ...]) -> None:
        self.slots = slots
        self.counts: dict[int, int] = {}

    def place(self, level: int, position: int, wanted: str) -> Slot | None:
        """Count a paragraph here if its label comes out as wanted."""
        for slot in self.slots:
            if slot.level == level and slot.segment.holds(position):
                counts = self._counted(slot)
                if self._shown(slot, counts) == wanted:
                    self.counts = counts
                    return slot
        return None

    def _counted(self, slot: Slot) -> dict[int, int]:
        counts = {at: self.counts.get(at, 0) for at in range(slot.place)}
        passed_over = self.counts.get(slot.place) == 0
        counts[slot.place] = 0 if passed_over else self.counts.get(slot.place, 0) + 1
        return counts

    def _shown(self, slot: Slot, counts: dict[int, int]) -> str:
        places = {int(at) - 1 for at in _PLACEHOLDER.findall(slot.text)}
        if not all(counts[at] for at in places):
            return ""
        return _PLACEHOLDER.sub(lambda at: self._number(int(at[1]) - 1, counts), slot.text)

    def _number(self, at: int, counts: dict[int, int]) -> str:
        slot = self.slots[at]
        value = slot.segment.start + counts[at] - 1
        if slot.form == "decimal":
            return str(value)
        if slot.form == "upperRoman":
            return roman(value)
        return chr(ord("A" if slot.form == "upperLetter" else "a") + value - 1)


class _Outline:
    """The lists of one outline, the one in use last, and the path of positions."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.lists: list[_Counting] = []
        self.path: dict[int, int] = {}

    def leave(self, level: int) -> None:
        """Forget the positions at a level and below it."""
        self.path = {at: n for at, n in self.path.items() if at < level}

    def wanted(self, number: Number) -> tuple[str, str]:
        """The label of the next paragraph, and what it shows of the levels above."""
        self.leave(number.level)
        self.path[number.level] = number.position
        level = self.scheme[number.level]
        chain = range(max(0, number.level + 1 - level.depth), number.level)
        above = "".join(
            self.scheme[at].number(self.path[at]) + "." for at in chain if at in self.path
        )
        own = level.number(number.position)
        return level.prefix + above + own + level.suffix, above

    def place(self, number: Number, wanted: str) -> Slot | None:
        """Count a paragraph in the list in use, else in the latest that prints it right."""
        for at in range(len(self.lists) - 1, -1, -1):
            slot = self.lists[at].place(number.level, number.position, wanted)
            if slot:
                self.lists.append(self.lists.pop(at))
                return slot
        return None


class Labels:
    """The counters of one document, moved on by each numbered paragraph in reading order."""

    __slots__ = ("_appendices", "_further", "_outlines", "_tables", "main")

    def __init__(self, schemes: tuple[Scheme, ...]) -> None:
        lists = main_lists(schemes[0])
        self.main = linked([slot for slots in lists for slot in slots])
        self._outlines = [_Outline(scheme) for scheme in schemes]
        for slots in lists:
            own = tuple(slot for slot in self.main if slot.list_id == slots[0].list_id)
            self._outlines[0].lists.append(_Counting(own))
        self._further: list[tuple[Slot, ...]] = []
        self._appendices = 0
        self._tables = 0

    def further(self) -> Iterator[Slot]:
        """The levels of the lists that were begun on the way."""
        for slots in self._further:
            yield from slots

    def next(self, number: Number) -> Mark:
        """The mark of the next paragraph that has a number."""
        if number.level == APPENDIX:
            return self._appendix(number)
        if number.level == TABLE:
            return self._table(number)
        outline = self._outlines[number.outline]
        if not number.position:
            outline.leave(number.level)
            return Mark(None)
        own_line = outline.scheme[number.level].own_line
        wanted, above = outline.wanted(number)
        if number.level >= WORD_LEVELS:
            return Mark(None, wanted, own_line)
        slot = outline.place(number, wanted) or self._begin(outline, number, wanted, above)
        return Mark(slot, wanted, own_line)

    def _begin(self, outline: _Outline, number: Number, wanted: str, above: str) -> Slot | None:
        list_id = OTHER_LISTS + len(self._further)
        slots = list_from(outline.scheme, list_id, number.level, number.position, above)
        self._further.append(slots)
        outline.lists = [*outline.lists[1 - _REMEMBERED :], _Counting(slots)]
        return outline.place(number, wanted)

    def _appendix(self, number: Number) -> Mark:
        label = f"Phụ lục {roman(number.position)}"
        if number.position != self._appendices + 1:
            return Mark(None, label, own_line=True)
        self._appendices += 1
        return Mark(APPENDIX_SLOT, label, own_line=True)

    def _table(self, number: Number) -> Mark:
        label = table_label(number.position)
        if number.position != self._tables + 1:
            return Mark(None, label)
        self._tables += 1
        return Mark(None, label, counted=label.removesuffix(str(number.position)))
