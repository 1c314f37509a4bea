"""Sums of the register and what is said of them elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kehoach_cli.checks.corpus import HOLE, Corpus
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.expressions import PIECE, StatedValue, stated_values
from kehoach_cli.plan.ledger import Ledger, Selection, among, counted, own_path
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.named_values import Names
from kehoach_cli.plan.paths import BadPathError, MoneyPath
from kehoach_cli.plan.register_rows import own_sum
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.stated import Stated
from kehoach_cli.plan.table_checks import stated_groupings
from kehoach_cli.plan.table_items import items_of
from kehoach_cli.plan.view_rows import ViewColumn
from kehoach_cli.plan.views import resolve_columns
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.units import MoneyUnit


class Said(Values):
    """A figure said of a sum. `items`: the projects summed; of a count there are none."""

    span: Span
    said: Decimal
    computed: Decimal
    path: MoneyPath = MoneyPath()
    items: Sequence[DuAn] = ()

    @property
    def difference(self) -> Decimal:
        """What the rows lack."""
        return self.said - self.computed


def said_of(chosen: Selection, ledger: Ledger, span: Span, amount: Decimal) -> Said:
    """A figure said of the sum of a selection."""
    return Said(span, amount, ledger.total(chosen), chosen.path, ledger.members(chosen))


def stated_sums(
    plan: Plan, unit: MoneyUnit, corpus: Corpus, ledger: Ledger, tables: Iterable[Bang]
) -> list[Said]:
    """Every sum stated by `tong_ghi` or `ghi`; terms that name nothing are for another rule."""
    lines = (line for item in plan.du_an or () for line in item.lines())
    found = [said for line in lines for said in _of_project(line[-1], plan)]
    for table in tables:
        found += _of_table(table, plan, ledger) if table.tong_ghi else ()
    if HOLE in corpus.text:
        found += _of_texts(plan, unit, corpus, ledger)
    return found


def _of_project(item: DuAn, plan: Plan) -> Iterator[Said]:
    for stated in item.tong_ghi or ():
        try:
            path = own_path(stated.terms, item, plan)
        except BadPathError:
            continue
        own = path.of(item)
        computed = counted(item, path) if own is None else own
        yield Said(stated.span, stated.amount, computed or Decimal(0), path, [item])


def _of_table(bang: Bang, plan: Plan, ledger: Ledger) -> Iterator[Said]:
    items = [item for item in items_of(bang, plan) if isinstance(item, DuAn)]
    columns = resolve_columns(bang, plan, []) if bang.hang else []
    for stated in bang.tong_ghi or ():
        chosen = _chosen(stated, bang, ledger)
        own = None if chosen is None else _own(bang, columns, plan, chosen)
        if chosen is not None and own is not None:
            members = among(items, chosen)
            computed = ledger.sum_of(members, chosen.path) + own
            yield Said(stated.span, stated.amount, computed, chosen.path, members)


def _own(bang: Bang, columns: list[ViewColumn], plan: Plan, chosen: Selection) -> Decimal | None:
    """What the table's own rows add; None where it has some and does not show that money."""
    if not bang.hang:
        return Decimal(0)
    groups = [key for _, key in chosen.groups]
    return own_sum(bang, columns, plan, chosen.path, groups)


def _chosen(stated: Stated, bang: Bang, ledger: Ledger) -> Selection | None:
    try:
        return ledger.select(stated.terms, stated_groupings(bang))
    except BadPathError:
        return None


def _of_texts(plan: Plan, unit: MoneyUnit, corpus: Corpus, ledger: Ledger) -> Iterator[Said]:
    names = Names(plan, unit)
    for item in corpus.computed:
        text = item.scalar.value
        if "ghi" not in text:
            continue
        for match in PIECE.finditer(text):
            for value in _values(match[1], names):
                span = item.scalar.span_of(*match.span())
                if value.is_money:
                    yield said_of(ledger.select(value.terms), ledger, span, value.stated)
                else:
                    yield Said(span, value.stated, value.computed)


def _values(text: str, names: Names) -> list[StatedValue]:
    if "ghi" not in text:
        return []
    try:
        return list(stated_values(text, names))
    except BadPathError:
        return []
