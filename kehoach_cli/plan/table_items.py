"""Which of a register a table shows: chosen codes, and terms that narrow it."""

from collections.abc import Iterable, Sequence

from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import Ledger
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError, Item
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.targets import ChiTieu


def kind_of(bang: Bang) -> type[Item]:
    """What a table's rows are: projects, or targets."""
    return ChiTieu if bang.nguon == "chi_tieu" else DuAn


def register_of(bang: Bang, plan: Plan) -> Sequence[Item]:
    """Everything that a table could show."""
    return (plan.chi_tieu if bang.nguon == "chi_tieu" else plan.du_an) or ()


def items_of(bang: Bang, plan: Plan) -> Sequence[Item]:
    """What it shows: all, or the chosen ones in their order; of them those `chi_tinh` names.

    Terms that name nothing narrow nothing: they are told where the plan is checked.
    """
    if not bang.shows_register:
        return ()
    items = register_of(bang, plan)
    if bang.chon is not None:
        by_code = {item.ma: item for item in items}
        items = [by_code[code] for code in bang.chon if code in by_code]
    if bang.chi_tinh is None:
        return items
    try:
        kept = {id(item) for item in narrowed(bang, plan)}
    except BadPathError:
        return items
    return [item for item in items if id(item) in kept]


def narrowed(bang: Bang, plan: Plan) -> Iterable[Item]:
    """The items that the terms of `chi_tinh` leave. Raises BadPathError."""
    terms = bang.chi_tinh or ()
    if kind_of(bang) is DuAn:
        ledger = Ledger(plan)
        return ledger.items(ledger.select(terms))
    return _targets(terms, plan)


def _targets(terms: Iterable[str], plan: Plan) -> Iterable[ChiTieu]:
    """The targets of a group and with a figure of a year, in any order of terms."""
    targets = plan.chi_tieu or ()
    groups = {*(plan.phan_nhom or {}).get("nhom", ()), *(t.nhom for t in targets if t.nhom)}
    times = {id(target): {time for time, _ in target.figures()} for target in targets}
    known = groups.union(*times.values())
    wanted = [read_time(term) or term for term in terms]
    for term in wanted:
        if term not in known:
            raise BadPathError("KH025", term, sorted(known))
    return [
        target
        for target in targets
        if all(term == target.nhom or term in times[id(target)] for term in wanted)
    ]
