"""The layout law as data: one TOML file a profile, every value beside its clause."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple


class Style(NamedTuple):
    """A named style. `sizes`: points with the large and the small pair; (0, 0): by table.

    `font`, `color` ("C00000"): "" as the document. `line`: lines, or points where `line_rule` is
    "exact" or "atLeast".
    """

    key: str
    name: str
    sizes: tuple[float, float]
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    first: float = 0.0
    left: float = 0.0
    outline: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    next: str = ""
    bullet: str = ""
    builtin: str = ""
    leader: bool = False
    font: str = ""
    color: str = ""
    caps: bool = False
    underline: bool = False
    line: float = 1.0
    line_rule: str = "auto"
    right: float = 0.0

    def size(self, small: bool, table: int = 0) -> float:
        """Points of this style in a document of the given pair, or in a table of that size."""
        return self.sizes[1 if small else 0] or table


class Page(NamedTuple):
    """Paper and margins, in mm; portrait."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    number_place: str
    number_align: str

    def text_width(self, landscape: bool = False) -> float:
        """Width between the margins; landscape keeps them by reading edge."""
        return (self.height if landscape else self.width) - self.left - self.right

    def text_height(self, landscape: bool = False) -> float:
        """Height between the margins."""
        return (self.width if landscape else self.height) - self.top - self.bottom


class Layout(NamedTuple):
    """A profile of layout law, e.g. Nghị định 30/2020/NĐ-CP."""

    name: str
    title: str
    font: str
    language: str
    page: Page
    styles: dict[str, Style]
    quoc_hieu: str
    tieu_ngu: str
    column_gap: float
    rule_share: float
    rule_weight: float
    signature_left: float
    signature_space: float
    closing_mark: str
    appendix_mark: str
    last_can_cu_mark: str


def read_layout(path: Path) -> Layout:
    """The profile in a TOML file of ours; raises KeyError or TypeError when it is not one."""
    data = _profile(path)
    head, sign = data["header_block"], data["signature_block"]
    return Layout(
        name=data["name"],
        title=data["title"],
        font=data["font"],
        language=data["language"],
        page=Page(**data["page"]),
        styles={key: _style(key, value) for key, value in data["style"].items()},
        quoc_hieu=head["quoc_hieu"],
        tieu_ngu=head["tieu_ngu"],
        column_gap=head["gap"],
        rule_share=head["rule_share"],
        rule_weight=head["rule_weight"],
        signature_left=sign["left"],
        signature_space=sign["space"],
        closing_mark=data["body"]["closing_mark"],
        appendix_mark=data["body"]["appendix_mark"],
        last_can_cu_mark=data["can_cu"]["last_mark"],
    )


def _profile(path: Path) -> dict[str, Any]:
    """A profile with what it takes from the one named in its `base`."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    base = data.pop("base", None)
    return _over(_profile(path.with_name(f"{base}.toml")), data) if base else data


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    both = {key: value for key, value in above.items() if isinstance(value, dict) and key in below}
    return below | above | {key: _over(below[key], value) for key, value in both.items()}


def _style(key: str, value: dict[str, Any]) -> Style:
    size = value.pop("size")
    sizes = (0, 0) if size == "table" else tuple(size) if isinstance(size, list) else (size, size)
    return Style(key=key, sizes=sizes, **value)
