"""Money of sources that is part of a whole which the years of a table do not make up."""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.imports.money.columns import Field
from kehoach_cli.imports.projects.sums import Sums
from kehoach_cli.imports.tables.years import years_in

_WHOLE = "kinh_phi.tong_muc"


def without_clash(sums: Sums) -> Sequence[Field]:
    """The columns; sources of the whole cost, where the years are only some of it, are a measure.

    "TMĐT, trong đó NSTW" beside "Kế hoạch 2026": both as `von` would be two sums of one project.
    """
    timed = [at for at, one in enumerate(sums.fields) if _is_of(one) and _time(one)]
    plain = [at for at, one in enumerate(sums.fields) if _is_of(one) and not _time(one)]
    if (
        not timed
        or not plain
        or not any(_clash(sums, row.cells, timed, plain) for row in sums.rows.items)
    ):
        return sums.fields
    return [
        one._replace(path=one.path.replace("von", _WHOLE, 1)) if at in plain else one
        for at, one in enumerate(sums.fields)
    ]


def _is_of(field: Field) -> bool:
    return field.money and field.keys[0] == "von"


def _time(field: Field) -> str:
    return years_in(field.keys[1])


def _clash(sums: Sums, cells: Sequence[str], timed: Sequence[int], plain: Sequence[int]) -> bool:
    """Whether the years of a project add up to something else than its sources."""
    years: dict[str, Decimal] = {}
    whole: dict[str, Decimal] = {}
    for at in timed:
        value = sums.value(cells, at) or Decimal(0)
        into = whole if len(sums.fields[at].keys) == 2 else years
        time = _time(sums.fields[at])
        into[time] = into.get(time, Decimal(0)) + value
    by_year = sum(
        (whole.get(time) or years.get(time, Decimal(0)) for time in {*whole, *years}), Decimal(0)
    )
    by_source = sum((sums.value(cells, at) or Decimal(0) for at in plain), Decimal(0))
    return bool(by_year and by_source and by_year != by_source)
