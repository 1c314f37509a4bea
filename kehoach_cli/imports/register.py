"""The projects of a plan as its tables tell them: `du_an`, `nguon_von`, `phan_nhom`."""

from collections.abc import Mapping

from kehoach_cli.imports.pages import Remark
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.vietnamese.text import to_identifier

_CODE = 40  # letters of a code


class Register:
    """The projects of a plan as its tables tell them. `several`: more tables than one may.

    `given`: fields of columns, by the names of the columns without marks.
    """

    def __init__(self, several: bool, given: Mapping[str, str] | None = None) -> None:
        self.several, self.given = several, given or {}
        self.unit = ""
        self.projects: list[Data] = []
        self.places: list[str] = []  # of each project in the source
        self.sources: dict[str, Data] = {}
        self.groups: dict[str, Data] = {}
        self.remarks: list[Remark] = []
        self._codes: set[str] = set()

    def keys(self) -> dict[str, Data]:
        """What stands in the plan beside its text."""
        found: dict[str, Data] = {}
        if self.sources:
            found["nguon_von"] = dict(self.sources)
        if self.groups:
            found["phan_nhom"] = {"nhom": dict(self.groups)}
        if self.projects:
            found["du_an"] = list(self.projects)
        return found

    def fits(self, unit: str) -> bool:
        """Whether a table counts in the unit of the plan, which the first one sets."""
        self.unit = self.unit or unit
        return not unit or unit == self.unit

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
