"""`{{ chi_tieu.may_chu.ty_le }}`: figures and texts of a target, by name."""

from collections.abc import Mapping

from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.filters import Value
from kehoach_cli.plan.kinds import Text
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.targets import NOW, PARTS, ChiTieu, SoLieu

RATIO = "ty_le"


def target_value(terms: list[str], targets: Mapping[str, ChiTieu]) -> Value:
    """A target's code, then what of it. Raises BadPathError.

    A text, a part or the ratio of the present figure, or a time and what of it: "2015.tu_so".
    """
    code, *rest = terms or [""]
    if code not in targets:
        raise BadPathError("KH025", code, targets)
    target = targets[code]
    figures = dict(target.figures())
    now = figures.get(NOW, SoLieu())
    if rest:
        time = read_time(rest[0]) or rest[0]
        if time in figures:
            return _of_figure(target, figures[time], rest[1:], ())
    texts = [key for key, field in fields_of(ChiTieu).items() if isinstance(field.kind, Text)]
    if len(rest) == 1 and rest[0] in texts:
        return getattr(target, rest[0]) or ""
    return _of_figure(target, now, rest or [""], (*texts, *figures))


def _of_figure(target: ChiTieu, figure: SoLieu, terms: list[str], others: tuple[str, ...]) -> Value:
    """A figure, its ratio or a part of it; `others`: what else could have been named."""
    if not terms:
        found = target.result(figure)
        return target.told(figure) if isinstance(found, str) else found
    values: dict[str, Value | None] = {RATIO: target.ratio(figure)}
    for key in PARTS:
        part = getattr(figure, key)
        values[key] = None if part is None else str(part)
    known = {key: value for key, value in values.items() if value is not None}
    name = ".".join(terms)
    if name not in known:
        raise BadPathError("KH025", name, (*known, *others))
    return known[name]
