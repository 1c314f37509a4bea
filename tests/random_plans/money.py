"""Random money: amounts in every spelling, splits that come to one sum whichever way added."""

from collections.abc import Callable
from decimal import Context, Decimal, Inexact

from hypothesis import strategies as st

from kehoach_cli.vietnamese.units import MoneyUnit

from .typed import Money, Time, Tree
from .world import World

DONG = {"đồng": 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9}
"""Zeros of each unit."""
EXACT = Context(prec=60, traps=[Inexact])

_FIGURES = st.one_of(
    st.sampled_from(("0", "1", "2.5", "0.25", "1250", "26162", "3900", "42.54", "7.0005", "-3")),
    st.decimals(0, 10**9, places=2).map(str),
    st.integers(0, 10**13).map(str),
).map(Decimal)


def printed(value: Decimal) -> str:
    """1234567.50 → "1.234.567,5"."""
    whole, _, decimals = f"{abs(value):f}".partition(".")
    groups: list[str] = []
    while whole:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    decimals = decimals.rstrip("0")
    sign = "-" if value < 0 else ""
    return sign + ".".join(groups) + (f",{decimals}" if decimals else "")


def spell(value: Decimal) -> str:
    """As it may be typed: three decimals behind a short number have two readings."""
    text = printed(value)
    decimals = text.partition(",")[2]
    return f"{text}0" if len(decimals) == 3 else text


@st.composite
def amounts(draw: st.DrawFn, unit: MoneyUnit) -> Money:
    """An amount in the plan's unit or another, or "-"."""
    way = draw(st.integers(0, 20))
    if way == 20:
        return Money(draw(st.sampled_from(("-", "–"))), None)
    value = draw(_FIGURES)
    if way == 19:
        other = draw(st.sampled_from(MoneyUnit))
        return Money(f"{spell(value)} {other.value}", moved(value, other, unit))
    if way == 18:
        return Money(f"{spell(value)} {unit.value}", value)
    text = spell(value)
    return Money(text.replace(".", "") if draw(st.booleans()) else text, value)


def moved(value: Decimal, unit: MoneyUnit, wanted: MoneyUnit) -> Decimal:
    """An amount in another unit."""
    return value.scaleb(DONG[unit.value] - DONG[wanted.value], EXACT)


def numbers() -> st.SearchStrategy[Money]:
    """A number without a unit, as a cell that is added up holds it."""
    return _FIGURES.map(typed)


def typed(value: Decimal) -> Money:
    """A sum made here."""
    return Money(spell(value), value)


@st.composite
def splits(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    """Money split in one of the ways that the format has; {} where this plan has none."""
    return draw(st.sampled_from(_ways(world)))(draw, world)


Way = Callable[[st.DrawFn, World], dict[str, Tree]]


def _ways(world: World) -> list[Way]:
    found: list[Way] = [_stated, _by_year, _by_year, _by_range]
    if world.sources:
        found += [_by_source, _by_both, _by_both, _by_both, _mixed, _source_first, _two_ways]
    return found


def _money(draw: st.DrawFn, world: World) -> Money:
    return draw(amounts(world.unit))


def _time(draw: st.DrawFn, year: int) -> Time:
    return Time(
        draw(st.sampled_from((f"{year}", f"{year}", f"nam_{year}", f"năm {year}"))), f"{year}"
    )


def _some(draw: st.DrawFn, things: list[Tree]) -> list[Tree]:
    return draw(st.lists(st.sampled_from(things), min_size=1, unique=True))


def _stated(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    return {"tong": _money(draw, world)}


def _by_year(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    made: dict[str, Tree] = {
        _time(draw, year): _money(draw, world) for year in _some(draw, world.years)
    }
    return made | (_stated(draw, world) if draw(st.integers(0, 4)) == 4 else {})


def _by_source(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    return {source: _money(draw, world) for source in _some(draw, world.sources)}


def _by_both(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    made: dict[str, Tree] = {
        _time(draw, year): _by_source(draw, world) for year in _some(draw, world.years)
    }
    if draw(st.integers(0, 4)) == 4:
        next(iter(made.values()))["tong"] = _money(draw, world)
    return made


def _mixed(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    return {
        _time(draw, year): draw(st.sampled_from((_money, _by_source)))(draw, world)
        for year in _some(draw, world.years)
    }


def _source_first(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    return {source: _by_year(draw, world) for source in _some(draw, world.sources)}


def _by_range(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    """Years in one sum, and some of them told apart within it."""
    first, last = world.years[0], world.years[-1] + 1
    text = draw(st.sampled_from((f"{first}-{last}", f"nam_{first}_{last}", f"{first} - {last}")))
    ways: list[Way] = [_by_source] if world.sources else []
    whole = draw(st.sampled_from([_money, *ways]))(draw, world)
    made: dict[str, Tree] = {Time(text, f"{first}-{last}"): whole}
    if draw(st.booleans()):
        inner = draw(st.sampled_from([_money, *ways]))(draw, world)
        made[_time(draw, first)] = inner
    return made


def _two_ways(draw: st.DrawFn, world: World) -> dict[str, Tree]:
    """By years, and again by sources to the same sum."""
    years = [Money(spell(v), v) for v in draw(st.lists(_FIGURES, min_size=1, max_size=2))]
    times = [_time(draw, year) for year in world.years][: len(years)]
    made: dict[str, Tree] = dict(zip(times, years, strict=False))
    total = sum((amount.amount or Decimal(0) for amount in made.values()), Decimal(0))
    chosen = _some(draw, world.sources)
    part = draw(st.sampled_from((Decimal(0), Decimal("1.5"))))
    made |= {source: typed(part) for source in chosen[1:]}
    return made | {chosen[0]: typed(total - part * (len(chosen) - 1))}


def paths(world: World, carried: list[str]) -> list[str]:
    """The names under which a column finds money in this plan."""
    inner = ["", *(f".{year}" for year in world.years), *(f".{key}" for key in world.sources)]
    inner += [f".{year}.{key}" for year in world.years for key in world.sources]
    inner += [".tong", f".{world.years[0]}-{world.years[-1] + 1}", f".nam_{world.years[0]}.tong"]
    measures = ["von", *(name for name in carried if name.startswith("kinh_phi."))]
    return ["tong_kinh_phi", *(f"{name}{rest}" for name in measures for rest in inner)]
