"""What a plan calls its sources and groups, for rows of a table to be called the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from kehoach_cli.imports.alike import alike
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.resolve import walk_outline

USUAL = "nhom"


class Codes:
    """Codes that a plan gives to sources or groups. `new`: those that it lacks, by code."""

    def __init__(
        self, there: Mapping[str, str | None], same: Callable[[str, str], bool] = alike
    ) -> None:
        self.names = {code: name or "" for code, name in there.items()}
        self.new: dict[str, str] = {}
        self._same = same

    def known(self, name: str) -> str:
        """The code of a name; "" where the plan has none of it."""
        found = (code for code, own in self.names.items() if self._same(own, name))
        return next(found, "")

    def code(self, wanted: str, name: str) -> str:
        """The code of a name: the plan's own, else the wanted one or one like it that is free."""
        found = self.known(name)
        if found:
            return found
        code, count = wanted, 1
        while code in self.names:
            count += 1
            code = f"{wanted}_{count}"
        self.names[code] = self.new[code] = name
        return code


class Groups:
    """The fields by which a plan groups its projects, each with the codes of its groups.

    `printed`: the fields by which its tables group, in their order.
    """

    def __init__(self, plan: Plan | None) -> None:
        named = (plan.phan_nhom if plan else None) or {}
        self.families = {field: Codes(names) for field, names in named.items()}
        self.families.setdefault(USUAL, Codes({}))
        self.printed = list(dict.fromkeys(_grouping(plan))) if plan else []

    def place(self, wanted: str, names: Sequence[str]) -> tuple[str, str]:
        """The field and code of a group. `names`: its own, then of those that it stands in.

        A group of the plan where one of them is; else a new one, in the field by which the plan's
        tables group if they all do by one.
        """
        for name in names:
            for field, codes in self.families.items():
                code = codes.known(name)
                if code:
                    return field, code
        field = self.printed[0] if len(self.printed) == 1 else USUAL
        named = field in self.families
        return field, self.families[field].code(wanted, names[0]) if named else names[0]

    def names(self) -> dict[str, dict[str, str]]:
        """The names of groups by field and code."""
        return {field: codes.names for field, codes in self.families.items()}


def _grouping(plan: Plan) -> Iterator[str]:
    """The fields by which tables of projects group."""
    for bang in walk_outline(plan):
        if isinstance(bang, Bang) and bang.nhom_theo and bang.nguon != "chi_tieu":
            yield bang.nhom_theo
