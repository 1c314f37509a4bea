"""The projects of a plan as its tables tell them: `du_an`, `nguon_von`, `phan_nhom`."""

from collections.abc import Collection, Mapping, Sequence

from kehoach_cli.imports.money.columns import code_of
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.vietnamese.text import fold, to_identifier

_CODE = 40  # letters of a code
_TOTAL = "tong_kinh_phi"


def paths_of(data: Data, above: str = "") -> dict[str, str]:
    """The texts in some data by their paths; an amount's `tong` stands for the amount."""
    if isinstance(data, dict):
        found: dict[str, str] = {}
        for key, value in data.items():
            path = above if key == "tong" else f"{above}.{key}" if above else key
            found |= paths_of(value, path)
        return found
    return {above: data if isinstance(data, str) else repr(data)}


def put(found: dict[str, Data], keys: Sequence[str], text: str) -> None:
    """Put a text at a path; where parts of an amount stand already, it is their `tong`."""
    for key in keys[:-1]:
        inner = found.setdefault(key, {})
        if not isinstance(inner, dict):
            inner = {"tong": inner}
            found[key] = inner
        found = inner
    there = found.get(keys[-1])
    if isinstance(there, dict):
        there["tong"] = text
    else:
        found[keys[-1]] = text


class _Known:
    """A project, and the paths that tables show of it."""

    def __init__(self, project: dict[str, Data], shown: set[str]) -> None:
        self.project, self.shown = project, shown

    def agrees(self, other: dict[str, Data], shown: Collection[str]) -> bool:
        """Whether both may be one: neither says otherwise nor fills a blank of the other's."""
        if "hang_con" in self.project or "hang_con" in other:
            return False
        if "ma" in other and other["ma"] != self.project["ma"]:
            return False
        own, its = paths_of({**self.project, "ma": ""}), paths_of({**other, "ma": ""})
        alike = all(own[path] == its[path] for path in own.keys() & its.keys())
        here, there = self.shown - own.keys(), set(shown) - its.keys()
        return alike and not _fills(here, its) and not _fills(there, own)

    def take(self, other: dict[str, Data], shown: Collection[str]) -> None:
        """Add what the other says more."""
        self.shown |= set(shown)
        _add(self.project, other)


def _fills(blank: Collection[str], said: Collection[str]) -> bool:
    """Whether something said would print in a blank: there, below it, or as a total's part."""
    return any(
        path == one or path.startswith(f"{one}.") or (one == _TOTAL and path.startswith("von"))
        for one in blank
        for path in said
    )


def _add(there: dict[str, Data], more: dict[str, Data]) -> None:
    for key, value in more.items():
        own = there.get(key)
        if isinstance(own, dict) or isinstance(value, dict):
            inner: dict[str, Data] = own if isinstance(own, dict) else {}
            if isinstance(own, str):
                inner = {"tong": own}
            _add(inner, value if isinstance(value, dict) else {"tong": value})
            there[key] = inner
        else:
            there.setdefault(key, value)


class Register:
    """The projects of a plan as its tables tell them. `several`: more tables than one may.

    `given`: fields of columns, by the names of the columns without marks. `flat`: no table is
    printed, so that groups may stand in groups. `own`: kehoach printed the tables, so that cells
    mean what they say.
    """

    def __init__(
        self,
        several: bool,
        given: Mapping[str, str] | None = None,
        *,
        flat: bool = False,
        own: bool = False,
    ) -> None:
        self.several, self.given, self.flat, self.own = several, given or {}, flat, own
        self.unit = ""
        self.title = ""  # of the appendix that is read
        self.projects: list[Data] = []
        self.places: list[str] = []  # of each project in the source
        self.targets: list[Data] = []
        self.sources: dict[str, Data] = {}
        self.groups: dict[str, Data] = {}
        self.above: dict[str, list[str]] = {}  # names of groups that a group stands in
        self.remarks: list[Remark] = []
        self.kept: list[Remark] = []  # tables that only look like projects, and why
        self._codes: set[str] = set()
        self._known: dict[str, list[_Known]] = {}

    def keys(self) -> dict[str, Data]:
        """What stands in the plan beside its text."""
        found: dict[str, Data] = {}
        if self.sources:
            found["nguon_von"] = dict(self.sources)
        if self.groups:
            found["phan_nhom"] = {"nhom": dict(self.groups)}
        if self.targets:
            found["chi_tieu"] = list(self.targets)
        if self.projects:
            found["du_an"] = list(self.projects)
        return found

    def fits(self, unit: str) -> bool:
        """Whether a table counts in the unit of the plan, which the first one sets."""
        self.unit = self.unit or unit
        return not unit or unit == self.unit

    def same_groups(self, names: Sequence[str]) -> list[str]:
        """The codes of groups that a table before had too, in the same order; [] where not."""
        places = {fold(str(name)): at for at, name in enumerate(self.groups.values())}
        found = [places.get(fold(name), -1) for name in names]
        known = list(self.groups)
        return [known[at] for at in found] if -1 not in found and found == sorted(found) else []

    def known(
        self, project: dict[str, Data], shown: Collection[str], place: str, here: Collection[Data]
    ) -> str:
        """The code of a project that a table before has too, with what it lacked; "" for none.

        One of the same name that says otherwise stays apart, and is told of. `here`: the codes in
        the same table, whose rows are never one.
        """
        name = project.get("ten")
        key = fold(" ".join(name.split())) if isinstance(name, str) else ""
        twins = [one for one in self._known.get(key, []) if one.project["ma"] not in here]
        for twin in twins:
            if twin.agrees(project, shown):
                twin.take(project, shown)
                return str(twin.project["ma"])
        if twins and key:
            told = "cùng tên với dự án ở bảng trước mà khác số liệu; để thành hai dự án"
            self.remarks.append(Remark(place, str(name), told))
        return ""

    def add(self, project: dict[str, Data], shown: Collection[str], place: str) -> None:
        """A new project, of which a table shows these paths. `place`: in the source."""
        self.projects.append(project)
        self.places.append(place)
        name = project.get("ten")
        if "ma" in project and isinstance(name, str):
            key = fold(" ".join(name.split()))
            self._known.setdefault(key, []).append(_Known(project, set(shown)))

    def source(self, name: str) -> str:
        """The code of a source of money: the one that a table before gave it, else a new one."""
        plain = fold(" ".join(name.split()))
        for code, there in self.sources.items():
            if fold(str(there)) == plain:
                return code
        base = code = code_of(name)
        count = 1
        while code in self.sources:
            count += 1
            code = f"{base}_{count}"
        self.sources[code] = name
        return code

    def own_code(self, wanted: str) -> str:
        """The code that a table gives a project; "" where another project has it."""
        if wanted in self._codes:
            return ""
        self._codes.add(wanted)
        return wanted

    def group(self, name: str) -> str:
        """The code of a new group."""
        code = self.code(name, "_")
        self.groups[code] = name
        return code

    def code(self, name: str, sign: str) -> str:
        """A new code made of a name."""
        base = to_identifier(name)[:_CODE].strip("_").replace("_", sign) or "muc"
        base = base if base[0].isalpha() else f"d{sign}{base}"
        code, count = base, 1
        while code in self._codes:
            count += 1
            code = f"{base}{sign}{count}"
        self._codes.add(code)
        return code
