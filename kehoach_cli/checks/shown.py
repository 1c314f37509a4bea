"""What of the registers a plan shows: in tables, in sums, in placed registers, in sentences."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import Item
from kehoach_cli.plan.table_items import items_of, kind_of

_NAMES = r"\{\{\s*([a-z_]+(?:\.\w+)*)"


def tables_of(subject: Subject, kind: type[Item]) -> list[Bang]:
    """The tables whose rows are a register's."""
    return [bang for bang in subject.tables if bang.shows_register and kind_of(bang) is kind]


def placed_in(subject: Subject) -> Iterator[Chen]:
    """The registers that stand in the text."""
    return (record for record in subject.outline if isinstance(record, Chen))


def shown_items(tables: list[Bang], plan: Plan) -> set[int]:
    """The items that tables show, by identity."""
    return {id(item) for table in tables for item in items_of(table, plan)}


def columns_of(tables: list[Bang]) -> set[str]:
    """The names of the values that tables have columns of."""
    return {
        name
        for table in tables
        for top in table.cot or ()
        for leaf in top.leaves()
        for name in leaf.gia_tri or ()
    }


def names_in(corpus: Corpus) -> set[tuple[str, ...]]:
    """The names inside every `{{ }}`, split at their dots."""
    return {
        tuple(name.split("."))
        for item in corpus.computed
        for name in re.findall(_NAMES, item.scalar.value)
    }
