"""What a table's declaration says that its register does not hold."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from kehoach_cli.plan import crossed
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.ledger import GROUPINGS, Ledger, counted, group_keys, unknown_terms
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.own_rows import check_sums, check_titles
from kehoach_cli.plan.paths import BadPathError, MoneyPath, text_fields
from kehoach_cli.plan.records import fields_of, likely
from kehoach_cli.plan.register_rows import check_own_lines
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.table_items import items_of, kind_of, narrowed, register_of
from kehoach_cli.plan.table_widths import NARROWEST, PADDING, page_room, room_needed
from kehoach_cli.plan.view_rows import ViewColumn
from kehoach_cli.plan.views import resolve_columns
from kehoach_cli.source.faults import Fault

_WIDER = 2  # times the page: words would break at every few letters
_NAMED = 4  # columns named in one message
_SHOWN = 20  # places named of one kind of fault


def check_table(bang: Bang, plan: Plan, *, landscape: bool = False) -> list[Fault]:
    """The faults of a table: columns, chosen codes, rows of its own, grouping, width.

    `landscape`: of the page that it stands on.
    """
    faults: list[Fault] = []
    columns = resolve_columns(bang, plan, faults)
    faults += [*_empty_columns(columns, plan), *crossed.check_table(bang, columns, plan)]
    codes = {item.ma for item in register_of(bang, plan)}
    faults += [
        Fault("KH023", bang.span("chon"), {"code": code})
        for code in bang.chon or ()
        if code not in codes
    ]
    faults += _narrowing(bang, plan)
    faults += _own_lines(bang, columns, plan)
    ledger, groupings = Ledger(plan), stated_groupings(bang)
    faults += unknown_terms(bang.tong_ghi or (), lambda terms: ledger.select(terms, groupings))
    faults += _long_rows(bang, len(columns))
    return [*faults, *_too_wide(bang, plan, landscape), *_grouping(bang, plan)]


def _own_lines(bang: Bang, columns: Sequence[ViewColumn], plan: Plan) -> Iterator[Fault]:
    if bang.hang is None:
        return
    yield from check_titles(bang, columns)
    if bang.shows_register:
        yield from check_own_lines(bang, columns, plan)
    else:
        yield from check_sums(bang, columns)


def _narrowing(bang: Bang, plan: Plan) -> Iterator[Fault]:
    """Terms that name nothing; a table that has no row, and why."""
    if bang.chi_tinh is not None:
        try:
            narrowed(bang, plan)
        except BadPathError as error:
            yield error.fault(bang.span("chi_tinh"))
            return
    known = {item.ma for item in register_of(bang, plan)}
    names_nothing = any(code not in known for code in bang.chon or ())  # told by itself
    if bang.cot and not bang.hang and not names_nothing and not items_of(bang, plan):
        key, reason = _why_empty(bang, plan)
        yield Fault("KH055", bang.span(key), {"reason": reason})


def _why_empty(bang: Bang, plan: Plan) -> tuple[str, str]:
    """The key of an empty table that leaves it no row, and what that means."""
    if not bang.shows_register:
        return "hang", "hang để trống"
    if not register_of(bang, plan):
        return "nguon", f"danh mục {bang.nguon or 'du_an'} chưa có dòng nào"
    if bang.chi_tinh is None:
        return "chon", "chon không nêu mã nào có trong danh mục"
    whole = bang.changed(chon=None)
    also = " và chon" if bang.chon is not None and items_of(whole, plan) else ""
    return "chi_tinh", f"không dòng nào hợp với chi_tinh ({', '.join(bang.chi_tinh)}){also}"


def stated_groupings(bang: Bang) -> tuple[str, ...]:
    """The fields whose groups `tong_ghi` of a table may name: its own first."""
    return (bang.nhom_theo, *GROUPINGS) if bang.nhom_theo else GROUPINGS


def _long_rows(bang: Bang, width: int) -> Iterator[Fault]:
    for hang in bang.hang or ():
        if len(hang.o or ()) > width:
            facts = {"got": str(len(hang.o or ())), "width": str(width)}
            yield Fault("KH033", hang.span(), facts)


def _too_wide(bang: Bang, plan: Plan, landscape: bool) -> Iterator[Fault]:
    """A table whose longest words do not fit side by side; one that could not be read at all."""
    lying = landscape or bang.kho_giay == "ngang"
    room, needed = page_room(landscape=lying), room_needed(bang, plan)
    leaves = [leaf for top in bang.cot or () for leaf in top.leaves()]
    columns, limit = len(leaves), int(room / (NARROWEST + PADDING))
    by_words = not any(leaf.rong for leaf in leaves)  # widths that are typed are drawn together
    if columns > limit or (by_words and needed > _WIDER * room):
        facts = {"width": str(columns), "limit": str(min(limit, int(columns * room / needed)))}
        yield Fault("KH038", bang.span("cot"), facts)
    elif needed > room:
        turned = not lying and needed <= page_room(landscape=True)
        facts = {"missing": str(ceil(needed - room)), "near": "ngang" if turned else ""}
        yield Fault("KH054", bang.span("cot"), facts)


def _grouping(bang: Bang, plan: Plan) -> Iterator[Fault]:
    name, kind = bang.nhom_theo, kind_of(bang)
    own = [hang.nhom for hang in bang.hang or () if hang.nhom is not None]
    keys = group_keys(plan, name, register_of(bang, plan)) if name else []
    yield from _restarts(bang, [*keys, *own] if bang.shows_register else keys)
    if name is None:
        return
    if name not in text_fields(kind)[1:]:
        known = ", ".join(known for known in GROUPINGS if known in fields_of(kind))
        yield Fault("KH021", bang.span("nhom_theo"), {"name": name, "near": "", "known": known})
        return
    ungrouped = [item for item in items_of(bang, plan) if not getattr(item, name)]
    for item in ungrouped[:_SHOWN]:
        yield Fault("KH037", item.span(), {"field": name})


def _restarts(bang: Bang, groups: list[str]) -> Iterator[Fault]:
    """Groups in which the running number should start again, and that the table does not have."""
    known = ", ".join(groups) or "chưa ghi nhom_theo"
    for key in bang.stt_lai or ():
        if key not in groups:
            facts = {"name": key, "near": likely(key, groups) or "", "known": known}
            yield Fault("KH048", bang.span("stt_lai"), facts)


def _empty_columns(columns: Iterable[ViewColumn], plan: Plan) -> Iterator[Fault]:
    """The first column of money at a time at which no project has any; the others by name."""
    empty = list(_without_money(columns, plan))
    if empty:
        names = [name for cot in empty for name in cot.gia_tri or ()]
        more = ", …" if len(names) > _NAMED else ""
        yield Fault("KH035", empty[0].span("gia_tri"), {"name": ", ".join(names[:_NAMED]) + more})


def _without_money(columns: Iterable[ViewColumn], plan: Plan) -> Iterator[Cot]:
    """Columns of money, from whichever source, at a time at which no project has any."""
    items = plan.du_an or []
    for column in columns:
        cot = column.cot
        paths = [path for path in column.paths if isinstance(path, MoneyPath) and path.time]
        timed = [path._replace(source=None) for path in paths]
        if len(timed) < len(column.paths) or not timed or cot.cong == "khong":
            continue
        known = any(counted(item, path) is not None for path in timed for item in items)
        if not known and _has_times(items, timed):
            yield cot


def _has_times(items: Iterable[DuAn], paths: Iterable[MoneyPath]) -> bool:
    """Whether any project splits one of these measures by time at all."""
    splits = [item.measure(path.measure) for item in items for path in paths]
    return any(time is not None for split in splits if split for time, _ in split.leaves)
