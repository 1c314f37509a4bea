"""What a row of a register is asked, one step after the other."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.prompts.figures import years_of
from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.question import Heard

FIELDS = {
    "du_an": ("ten", "nhom", "tinh_trang", "chu_tri", "thoi_gian"),
    "chi_tieu": ("ten", "don_vi_tinh", "hien_trang"),
    "can_cu": ("van_ban",),
    "van_ban.noi_nhan": ("ten",),
}
"""The fields of a row of each register; figures are asked after them."""
REGISTERS = {name.rpartition(".")[2]: name for name in FIELDS}
"""The registers by their short names, as `--them` takes them."""
_GROUPS = ("nhom", "tinh_trang")
_NO_GROUPS: Mapping[str, str] = MappingProxyType({})
_YEARS = 6  # the most that money or a target's values are asked for one by one


class Step(NamedTuple):
    """One question of a row: where its answer goes inside the row, and what it is called.

    `groups`: code → name, where the answer is one of the plan's groups.
    """

    keys: tuple[str, ...]
    label: str
    groups: Mapping[str, str] = _NO_GROUPS

    @property
    def read(self) -> Callable[[str], Heard] | None:
        """How a group is read, by its name or its code; None where the field itself reads."""
        known = {*self.groups, *self.groups.values()}
        wrong = f"chọn một trong: {', '.join(self.groups.values())}"
        return (lambda a: Heard() if a in known else Heard(wrong=wrong)) if known else None

    def code(self, answer: str) -> str:
        """What the file holds for an answer: of a group its code."""
        return next((code for code, name in self.groups.items() if name == answer), answer)


def register_named(name: str) -> str:
    """The register of a name, short or long. Raises KehoachError for one that is none."""
    if name not in FIELDS and name not in REGISTERS:
        raise KehoachError(f"Không thêm được vào “{name}”; --them là {', '.join(REGISTERS)}.")
    return REGISTERS.get(name, name)


def steps_of(plan: Plan, name: str) -> Iterator[Step]:
    """The questions of a row of a register of the plan."""
    for key in FIELDS[name]:
        groups = (plan.phan_nhom or {}).get(key, _NO_GROUPS)
        used = any(getattr(item, key, None) for item in items_of(plan, name))
        if key not in _GROUPS or groups or used:
            field = field_at((*keys_of(name), key))
            yield Step((key,), field.label if field else key, groups)
    yield from _figures(plan, name)


def _figures(plan: Plan, name: str) -> Iterator[Step]:
    """Money by year and source, values by year: as far as the plan says which."""
    years = [str(year) for year in years_of(plan)]
    if name == "chi_tieu" and len(years) <= _YEARS:
        yield from (Step(("gia_tri", year), f"Giá trị năm {year}") for year in years)
    if name != "du_an":
        return
    sources = plan.nguon_von or {}
    if len(years) == 1 and sources:
        for code, source in sources.items():
            yield Step(("von", years[0], code), f"Vốn năm {years[0]}: {source}")
    elif 0 < len(years) <= _YEARS:
        yield from (Step(("von", year), f"Vốn năm {year}") for year in years)
    else:
        yield Step(("tong_kinh_phi",), "Tổng kinh phí")


def items_of(plan: Plan, name: str) -> list[object]:
    """The rows that a register has."""
    record: object = plan
    for key in keys_of(name):
        record = getattr(record, str(key), None)
    return record if isinstance(record, list) else []
