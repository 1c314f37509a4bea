"""Which fields to ask for where one that the plan needs is missing."""

from collections.abc import Iterator

from kehoach_cli.plan.kinds import RecordOf
from kehoach_cli.plan.missing import ALWAYS, ON_ISSUE, Missing
from kehoach_cli.plan.records import Field, fields_of
from kehoach_cli.prompts.places import field_at, keys_of, name_of
from kehoach_cli.prompts.question import Keys


def needed_fields(item: Missing) -> Iterator[tuple[Keys, Field, bool]]:
    """Their keys and fields, and whether always needed: of a group of keys, those it needs."""
    keys = keys_of(item.path)
    field = field_at(keys)
    if field is None:
        return
    if not isinstance(field.kind, RecordOf) or field.kind.scalar:
        yield keys, field, item.when == ALWAYS
        return
    for key, inner in fields_of(field.kind.cls()).items():
        if inner.required:
            when = ALWAYS if item.when == inner.required == ALWAYS else ON_ISSUE
            yield from needed_fields(Missing(name_of((*keys, key)), inner.label, item.span, when))
