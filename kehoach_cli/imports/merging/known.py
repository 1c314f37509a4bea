"""The projects of a plan by every name that it gives them, for tables to meet them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kehoach_cli.imports.alike import plain
from kehoach_cli.imports.merging.batches import Project
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.resolve import walk_outline

_OWN = "khac."


def printed_for(plan: Plan) -> dict[str, list[str]]:
    """By field, the keys of `khac` that some table of the plan prints in its place."""
    found: dict[str, list[str]] = {}
    tables = (one for one in walk_outline(plan) if isinstance(one, Bang))
    leaves = (leaf for bang in tables for cot in bang.cot or () for leaf in cot.leaves())
    for paths in (leaf.gia_tri or [] for leaf in leaves):
        own = [path.removeprefix(_OWN) for path in paths if path.startswith(_OWN)]
        for field in (path for path in paths if own and "." not in path):
            found.setdefault(field, []).extend(own)
    return found


class Known:
    """The projects of a plan by code and names: each is met once before one is met again.

    `printed`: keys of `khac` that stand for a field in some table.
    """

    def __init__(self, projects: Iterable[DuAn], printed: Mapping[str, list[str]]) -> None:
        self._there: dict[str, list[DuAn]] = defaultdict(list)
        self._met: Counter[str] = Counter()
        self._come: dict[str, str] = {}
        for item in projects:
            others = (item.khac or {}).get
            names = [item.ten, *(others(key) for key in printed.get("ten", ()))]
            for key in dict.fromkeys(key for name in names for key in keys_of(item.ma, name)):
                self._there[key].append(item)

    def met(self, project: Project) -> DuAn | None:
        """The project of the plan that one is, None where the plan lacks it."""
        for key in keys_of(text_of(project, "ma"), text_of(project, "ten")):
            there = self._there.get(key)
            if there:
                self._met[key] += 1
                return there[min(self._met[key], len(there)) - 1]
        return None

    def come(self, project: Project, place: str) -> Iterable[Remark]:
        """Take note of a project that is added; one of the same code or name is told of."""
        for key in keys_of(text_of(project, "ma"), text_of(project, "ten")):
            first = self._come.setdefault(key, place)
            if first != place:
                told = f"trùng mã hay tên với {first}; vẫn thêm, hãy xem có phải một dự án"
                yield Remark(place, text_of(project, "ten"), told)


def keys_of(code: str | None, name: str | None) -> list[str]:
    mark = f"#{code.replace('-', '_')}" if code else ""
    return [key for key in (mark, plain(name or "")) if key]


def text_of(project: Mapping[str, Data], key: str) -> str:
    value = project.get(key)
    return value if isinstance(value, str) else ""
