"""What a place of a plan is called, its unit, and what of its help and example a person can use."""

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.kinds import MoneyKind, RecordOf
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Field
from kehoach_cli.plan.targets import FIGURE, ChiTieu
from kehoach_cli.prompts.context import column_of
from kehoach_cli.prompts.places import field_at
from kehoach_cli.prompts.question import Keys
from kehoach_cli.prompts.reading import PROSE, TEXT, shape_of
from kehoach_cli.vietnamese.units import MoneyUnit

PROSE_KEYS = frozenset(("doan_van", "loi_dan", "dieu"))
_FOR_THE_FILE = pattern(r"[a-z]_[a-z]|\bvon\b|\bcột:|\bkhóa\b|\bmã\b|để trống|\bmột danh sách\b")


def label_of(plan: Plan, keys: Keys, field: Field | None, unit: str) -> str:
    """ "Người ký › Họ và tên", "Vốn năm 2027: Ngân sách tỉnh (triệu đồng)"; "" for no field's."""
    column = column_of(plan.node, keys)
    if column:
        return column
    declared = _declared(keys)
    rest = [key for key in keys if isinstance(key, str)][len(declared) :]
    if field is None or not declared or isinstance(keys[-1], int):
        return field.label if field else ""
    if rest:
        return f"{declared[-1].label.partition(' theo ')[0]}{_named(rest, plan)}{bracketed(unit)}"
    is_part = len(declared) > 2 and isinstance(declared[-2].kind, RecordOf)
    group = f"{declared[-2].label} › " if is_part else ""
    return f"{group}{declared[-1].label}{bracketed(unit)}"


def _declared(keys: Keys) -> list[Field]:
    """The fields that lead to a place, from the outside, as far as they are declared."""
    named = tuple(key for key in keys if isinstance(key, str))
    found = (field_at(named[: end + 1]) for end in range(len(named)))
    return [field for field, key in zip(found, named, strict=True) if field and field.key == key]


def _named(rest: list[str], plan: Plan) -> str:
    """The keys that an author names: years, and sources by their names."""
    times = [f" năm {time}" for time in map(read_time, rest) if time]
    names = [(plan.nguon_von or {}).get(key, key) for key in rest if not read_time(key)]
    return "".join(times) + (f": {', '.join(names)}" if names else "")


def bracketed(unit: str) -> str:
    """A unit as it follows a label; "" for none."""
    return f" ({unit})" if unit else ""


def unit_of(plan: Plan, keys: Keys, field: Field | None, unit: MoneyUnit) -> str:
    """The unit of what stands at a place: of money the plan's, of a figure its target's."""
    if field is not None and isinstance(field.kind, MoneyKind):
        return unit.value
    if field is None or field.kind != FIGURE:
        return ""
    target = _target(plan, keys)
    return (target.don_vi_tinh or "") if target and "[" not in (target.don_vi_tinh or "") else ""


def _target(plan: Plan, keys: Keys) -> ChiTieu | None:
    number = next((key for key in keys if isinstance(key, int)), None)
    targets = plan.chi_tieu or []
    return targets[number] if number is not None and number < len(targets) else None


def help_of(field: Field) -> str:
    """The help of a field, unless it speaks of keys of the file."""
    return "" if _FOR_THE_FILE.search(field.help) else field.help


def example_of(field: Field, unit: str) -> str:
    """An example that fits the place; "" where the declared one would mislead."""
    if field.kind == FIGURE:
        return "65%" if unit == "%" else ""
    is_prose = field.key in PROSE_KEYS or shape_of(field) == PROSE
    is_mapping = field.example.startswith(("{", "["))
    return "" if is_prose or (is_mapping and shape_of(field) == TEXT) else field.example
