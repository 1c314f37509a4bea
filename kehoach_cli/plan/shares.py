"""Money told apart in the text: "Trong đó:" a line for each source, year or group."""

from collections.abc import Iterable
from decimal import Decimal

from kehoach_cli.plan.amounts import outermost, read_time
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.ledger import Ledger, Selection, group_keys, times
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError, MoneyPath
from kehoach_cli.values import Values


class Share(Values):
    """The money of a source, year or group. `label`: how it is called in print."""

    key: str
    label: str
    amount: Decimal = Decimal(0)


def shares(chen: Chen, plan: Plan) -> list[Share]:
    """The shares that are not zero, in declared or chosen order; sums are those of `{{ tong }}`.

    Raises BadPathError for a term or a code that names nothing.
    """
    by = chen.theo or "nguon"
    ledger = Ledger(plan)
    base = ledger.select(chen.chi_tinh or ())
    found = [
        Share(key, _label(by, key, plan), ledger.total(_narrowed(base, by, key)))
        for key in _chosen(chen, by, base, plan)
    ]
    return [share for share in found if share.amount]


def awaited_shares(chen: Chen, plan: Plan) -> list[Share]:
    """The shares whose money is not written yet. Raises BadPathError as `shares` does."""
    by = chen.theo or "nguon"
    ledger = Ledger(plan)
    base = ledger.select(chen.chi_tinh or ())
    return [
        Share(key, _label(by, key, plan))
        for key in _chosen(chen, by, base, plan)
        if ledger.is_awaited(_narrowed(base, by, key))
    ]


def left_out(chen: Chen, plan: Plan, found: Iterable[Share]) -> Decimal:
    """What the sum of `{{ tong }}` has over all shares: money of no source, year or group."""
    ledger = Ledger(plan)
    whole = ledger.total(ledger.select(chen.chi_tinh or ()))
    return whole - sum((share.amount for share in found), Decimal(0))


def _keys(by: str, base: Selection, plan: Plan) -> list[str]:
    path = base.path
    if by == "nguon":
        return [path.source] if path.source else list(plan.nguon_von or {})
    if by == "nam":
        return [path.time] if path.time else outermost(times(plan, path.measure))
    return group_keys(plan, by)


def _chosen(chen: Chen, by: str, base: Selection, plan: Plan) -> Iterable[str]:
    """The keys to tell apart; a chosen one that `chi_tinh` leaves out has no money."""
    kept = dict.fromkeys(_keys(by, base, plan))
    known = kept | dict.fromkeys(_keys(by, Selection(MoneyPath(base.path.measure)), plan))
    for code in kept if chen.chon is None else chen.chon:
        key = read_time(code) or code
        if key not in known:
            raise BadPathError("KH025", code, known)
        if key in kept:
            yield key


def _narrowed(base: Selection, by: str, key: str) -> Selection:
    if by == "nguon":
        return base.but(path=base.path._replace(source=key))
    if by == "nam":
        return base.but(path=base.path._replace(time=key))
    return base.but(groups=(*base.groups, (by, key)))


def _label(by: str, key: str, plan: Plan) -> str:
    if by == "nguon":
        return (plan.nguon_von or {}).get(key, key)
    if by == "nam":
        first, dash, last = key.partition("-")
        return f"Giai đoạn {first} - {last}" if dash else f"Năm {key}"
    return plan.group_label(by, key)
