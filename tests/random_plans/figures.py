"""Figures of targets: quantities as typed, and what they come to, worked out by hand."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from hypothesis import strategies as st

from .money import printed, spell
from .typed import Count, Tree

UNITS = ("máy", "đơn vị", "người", "%")
_NUMBERS = st.one_of(
    st.sampled_from(("47", "20", "14", "22", "1079", "2.5", "0.25", "7.0005", "3")),
    st.decimals("0.01", 10**6, places=2).map(str),
).map(Decimal)


@st.composite
def counts(draw: st.DrawFn, *, zero: bool = True) -> Count:
    """ "47 máy", "1.079", "2,5 người"; a denominator is not zero."""
    number = Decimal(0) if zero and draw(st.integers(0, 9)) == 9 else draw(_NUMBERS)
    unit = draw(st.sampled_from(("", "", "máy", "đơn vị", "người dân")))
    return Count(f"{spell(number)} {unit}".strip(), number, unit)


def now(target: Tree) -> dict[str, Tree]:
    """The present figure with the parts that stand at the target itself."""
    figure = as_figure(target.get("hien_trang", {}))
    return {key: target[key] for key in ("tu_so", "mau_so") if key in target} | figure


def as_figure(tree: Tree) -> dict[str, Tree]:
    """A figure as a mapping, also where only its text is typed."""
    return tree if isinstance(tree, dict) else {"gia_tri": tree}


def unit(target: Tree, figure: Tree) -> str:
    """As said; else numerator by denominator where they differ, in units said once."""
    if "don_vi_tinh" in target:
        return str(target["don_vi_tinh"])
    first = now(target)
    upper, lower = (
        getattr(figure.get(key), "unit", "") or getattr(first.get(key), "unit", "")
        for key in ("tu_so", "mau_so")
    )
    return f"{upper}/{lower}" if upper and lower and upper != lower else "%"


def quotient(target: Tree, figure: Tree) -> str:
    """The number that the parts come to, "" where there are none."""
    if "tu_so" not in figure or "mau_so" not in figure:
        return ""
    with localcontext(prec=60):
        found = figure["tu_so"].number / figure["mau_so"].number
        shown = found * 100 if unit(target, figure) == "%" else found
        return printed(shown.quantize(Decimal("0.01"), ROUND_HALF_UP))


def ratio(target: Tree, figure: Tree) -> str:
    """The number with its unit."""
    return with_unit(quotient(target, figure), unit(target, figure))


def with_unit(number: str, named: str) -> str:
    """A per cent sign stands at its number."""
    return f"{number}%" if named == "%" else f"{number} {named}"


def cell(target: Tree, figure: Tree) -> str:
    """A figure in a table: as typed, else the number with a unit that has no column."""
    if "gia_tri" in figure or not quotient(target, figure):
        return str(figure.get("gia_tri", ""))
    return quotient(target, figure) if "don_vi_tinh" in target else ratio(target, figure)


def beside(target: Tree, figure: Tree) -> str:
    """A figure beside a column of units: a ratio of the unit that stands there has none itself.

    That unit is the one said, else of the first figure which is a ratio.
    """
    if "gia_tri" in figure or not quotient(target, figure):
        return str(figure.get("gia_tri", ""))
    every = [now(target), *map(as_figure, target.get("gia_tri", {}).values())]
    column = next(unit(target, one) for one in every if quotient(target, one))
    same = unit(target, figure) == column
    return quotient(target, figure) if same else ratio(target, figure)


def told(target: Tree, figure: Tree) -> str:
    """A figure in a sentence: with its unit, unless it ends in one."""
    text = cell(target, figure)
    bare = "don_vi_tinh" in target and text[-1:].isdigit()
    return with_unit(text, target["don_vi_tinh"]) if bare else text


def at_time(target: Tree, time: str) -> dict[str, Tree]:
    """The figure of a year."""
    values = target["gia_tri"].items()
    return as_figure(next(value for key, value in values if getattr(key, "name", key) == time))
