"""Money of the old period that would stand as the new one's: cleared, its figures said beside it.

Money of a year stays a past year's. Money without a year is the old period's, unless it is the
whole of a project that goes on: then money of years stands beside it, or its time reaches further.
"""

from collections.abc import Iterator

from kehoach_cli.drafts.carried import Carried, last_year
from kehoach_cli.drafts.moved import told_again
from kehoach_cli.drafts.years import Move
from kehoach_cli.plan.amounts import Amounts, read_time
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import walk
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.edit import Edit
from kehoach_cli.source.extent import content_end, is_flow, line_start
from kehoach_cli.source.hand import Value, hand_of
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.places import Path as Keys
from kehoach_cli.source.text import Source
from kehoach_cli.source.walk import values

_TOTAL = "tong_kinh_phi"
_MONEY = "kinh_phi"
_WHOLE = "tổng"
_SIGNS = ("&", "*", "!")
_WORK = ("hang_muc", "muc_tieu", "quy_mo", "san_pham", "ghi_chu", "khac")
_EMPTY = '""'
Cleared = tuple[str, Scalar]
"""What an amount is called beside the project, and where it stands."""


def _names_of_the_period(plan: Plan, move: Move) -> set[str]:
    """The names of values in columns whose head names a year of the old period."""
    tables = (record for record in walk(plan) if isinstance(record, Bang))
    return {
        name
        for table in tables
        for top in table.cot or ()
        for head, column in _headed(top, "")
        if move.names_old(head)
        for name in column.gia_tri or ()
    }


def _headed(column: Cot, above: str) -> Iterator[tuple[str, Cot]]:
    head = f"{above} {column.ten or ''}"
    if not column.cot:
        yield head, column
    for inner in column.cot or ():
        yield from _headed(inner, head)


class OldMoney:
    """The money of a plan as its next one takes it over."""

    def __init__(self, plan: Plan, move: Move, projects: Carried) -> None:
        self.plan, self.move, self.projects = plan, move, projects
        self._named = _names_of_the_period(plan, move)
        self._by_year = any(one.von and one.von.years() for one in self._lines_going_on())

    def naming(self) -> Move:
        """The move, also of names of money without a time where past money stays in the plan."""
        if not self._by_year:
            return self.move
        others = {name for item in self.plan.du_an or () for name in item.kinh_phi or ()}
        return self.move._replace(measures=frozenset(others), total=self._is_total_of_period())

    def _clears(self, one: DuAn) -> bool:
        """Whether money of a line is typed without a year and cleared."""
        return any(_is_typed(node) for _, node in _without_time(one.von, ""))

    def _lines_going_on(self) -> Iterator[DuAn]:
        """The projects that go on and their parts."""
        return (line[-1] for item in self.projects.going_on for line in item.lines())

    def _is_total_of_period(self) -> bool:
        """Whether what projects came to is what they came to in the old period."""
        lines = [line[-1] for item in self.plan.du_an or () for line in item.lines()]
        years = {year for one in lines if one.von for year in one.von.years()}
        stated = any(_TOTAL in one.at for one in lines)
        return not stated and years <= set(self.move.old.years)

    def cleared(self) -> list[DuAn]:
        """The projects some of whose money is cleared."""
        return [
            item for item in self.projects.going_on if any(found for _, found in self._of(item))
        ]

    def edits(self) -> Iterator[tuple[Source, Edit]]:
        """The edits that clear it, with a comment that says what stood there."""
        for item in self.projects.going_on:
            for one, found in self._of(item):
                if found:
                    yield from self._edits(one, found)

    def _of(self, item: DuAn) -> Iterator[tuple[DuAn, list[Cleared]]]:
        for line in item.lines():
            reaches = any(last_year(one.thoi_gian) >= self.move.new.start for one in line)
            yield line[-1], list(self._old(line[-1], reaches))

    def _old(self, one: DuAn, reaches: bool) -> Iterator[Cleared]:
        """The amounts of one line of the register that are the old period's alone."""
        by_year = one.von is not None and bool(one.von.years())
        total = one.at.get(_TOTAL)
        named = _TOTAL in self._named
        if isinstance(total, Scalar) and not by_year and (named or not reaches):
            yield _WHOLE, total
        yield from _without_time(one.von, "")
        for name, split in (one.kinh_phi or {}).items():
            named = any(path.startswith(f"kinh_phi.{name}.") for path in self._named)
            if named or not reaches:
                yield from _without_time(split, f"{name} ")

    def _edits(self, one: DuAn, found: list[Cleared]) -> Iterator[tuple[Source, Edit]]:
        typed = [(name, node) for name, node in found if _is_typed(node)]
        if not typed:
            return
        period = self.move.period(self.move.old)
        said = "; ".join(f"{name} {node.value.strip()}" for name, node in typed)
        source, text = typed[0][1].source, typed[0][1].source.text
        first = _field_start(one, min(node.start for _, node in typed))
        at = line_start(source, first)
        margin = text[at:first]
        indent = " " * (len(margin) - len(margin.lstrip(" ")))
        yield source, Edit(at, at, f"{indent}# {period}: {said}{hand_of(source, None).line_end}")
        for _, node in typed:
            yield source, Edit(node.start, content_end(node), _EMPTY)

    def places(self) -> Iterator[tuple[Keys, Value]]:
        """Empty places for money of the new period, where projects have it by years."""
        for number, item in enumerate(self.plan.du_an or ()):
            if any(item is one for one in self.projects.going_on):
                yield from self._places(item, ("du_an", number))

    def _places(self, item: DuAn, keys: Keys) -> Iterator[tuple[Keys, Value]]:
        years = self.move.new.years
        if self._by_year and item.von and not item.von.years() and self._clears(item):
            sources = [source for _, source in item.von.places if source]
            blank = dict.fromkeys(sources, "") or ""
            yield (*keys, "von"), {str(year): blank for year in years}
        if item.von and item.von.years() and not item.von.years() & set(years):
            last = str(max(item.von.years()))
            sources = [source for time, source in item.von.places if time == last and source]
            end = last_year(item.thoi_gian)
            for year in (year for year in years if not years.start <= end < year):
                yield (*keys, "von", str(year)), dict.fromkeys(sources, "") or ""
        for number, part in enumerate(item.hang_con or ()):
            yield from self._places(part, (*keys, "hang_con", number))

    def narrowed(self) -> Iterator[tuple[Keys, Value]]:
        """Where money is placed in the text: the new period's only, if past money stays."""
        move = self.naming()
        if move.measures is None:
            return
        for keys, node in values(self.plan.node):
            if keys[-1:] != ("chen",):
                continue
            if isinstance(node, Scalar) and node.value == _MONEY:
                yield keys, {"nguon": _MONEY, "chi_tinh": [move.time_name]}
            elif isinstance(node, Mapping) and _is_money_of_all_times(node):
                yield (*keys, "chi_tinh"), [*_texts(node.get("chi_tinh")), move.time_name]


def _is_money_of_all_times(chen: Mapping) -> bool:
    """Whether a place in the text shows money of whatever time."""
    return _texts(chen.get("nguon")) == [_MONEY] and not any(
        read_time(term) for term in _terms(chen)
    )


def _terms(chen: Mapping) -> list[str]:
    return [*_texts(chen.get("chi_tinh")), *_texts(chen.get("chon"))]


def _texts(node: Node | None) -> list[str]:
    """A text, or the texts of a list."""
    parts = node.items if isinstance(node, Sequence) else [node]
    return [part.value.strip() for part in parts if isinstance(part, Scalar)]


def _without_time(split: Amounts | None, name: str) -> Iterator[Cleared]:
    """The amounts of a split that has none by year."""
    if split is None or split.years():
        return
    for (_, source), node in split.places.items():
        if isinstance(node, Scalar):
            yield f"{name}{source or _WHOLE}", node


def _field_start(one: DuAn, at: int) -> int:
    """Where the key begins that holds what stands at an offset."""
    entries = one.node.entries.values() if isinstance(one.node, Mapping) else ()
    return max((start for start, _ in entries if start <= at), default=at)


def _is_typed(node: Scalar) -> bool:
    """Whether an amount is typed right there, and says something."""
    return bool(node.value.strip("-– ")) and not node.source.text.startswith(_SIGNS, node.start)


def work_edits(plan: Plan, move: Move, projects: Carried) -> Iterator[tuple[Source, Edit]]:
    """Blanks for what projects that go on were to do, shown in a column of the old year."""
    named = _names_of_the_period(plan, move)
    blank = f"[cập nhật nội dung {move.period(move.new)}]"
    for one in (line[-1] for item in projects.going_on for line in item.lines()):
        for holder, node in _of_the_period(one, named):
            end = content_end(node)
            raw = node.source.text[node.start : end]
            if raw and not raw.startswith(_SIGNS):
                new = told_again(node, raw, blank, is_flow(holder))
                yield node.source, Edit(node.start, end, new)


def _of_the_period(one: DuAn, named: set[str]) -> Iterator[tuple[Node, Scalar]]:
    """The texts of a project that stand in a column of the old year, each with what holds it."""
    for name in sorted(named):
        head, _, own = name.partition(".")
        holder, node = one.node, one.at.get(head)
        if head == "khac" and isinstance(node, Mapping):
            holder, node = node, node.get(own)
        if head in _WORK and isinstance(node, Scalar) and holder is not None:
            yield holder, node
