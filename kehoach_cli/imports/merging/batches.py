"""The projects of a source document, a batch each table, each project with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.letters.code_pages import readable
from kehoach_cli.imports.pages.model import Grid, Pages, Remark
from kehoach_cli.imports.parts.appendices import with_units
from kehoach_cli.imports.projects.reading import ONLY_TABLE
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.projects.table import project_table
from kehoach_cli.imports.projects.totals import KEPT
from kehoach_cli.imports.tables.heads import Column, columns_of, head_rows
from kehoach_cli.imports.yaml_text import Data, bare

Project = dict[str, Data]


@dataclass(slots=True)
class Batch:
    """Projects that count in one unit ("" for unknown). `sources`, `groups`: names by code.

    `above`: the names of the groups that a group stands in, by its code.
    """

    place: str
    unit: str
    projects: list[tuple[Project, str]] = field(default_factory=list)
    sources: dict[str, Data] = field(default_factory=dict)
    groups: dict[str, Data] = field(default_factory=dict)
    above: dict[str, list[str]] = field(default_factory=dict)


def batches_of(pages: Pages, given: Mapping[str, str]) -> tuple[list[Batch], list[Remark]]:
    """The projects of each table, and what is to be told of the rest.

    `given`: fields of columns, by the names of the columns without marks.
    """
    if not any(isinstance(block, Grid) for block in pages.blocks):
        draft = drafted(pages, given)
        return [_of_draft(draft.data)], draft.remarks
    pages = readable(pages)
    with_units(pages.blocks)
    found: list[Batch] = []
    remarks = list(pages.remarks)
    for grid in (block for block in pages.blocks if isinstance(block, Grid)):
        register = Register(several=False, given=given, flat=True)
        if project_table(register, grid) is None:
            remarks += map(_why_not, register.kept) if register.kept else [_not_taken(grid)]
            continue
        remarks += map(_of_total, register.remarks)
        found.append(_of_table(grid, register))
    return found, remarks


def _of_table(grid: Grid, register: Register) -> Batch:
    projects = [
        (project, place)
        for project, place in zip(map(bare, register.projects), register.places, strict=True)
        if isinstance(project, dict)
    ]
    sources, groups = register.sources, register.groups
    return Batch(grid.place, register.unit, projects, sources, groups, register.above)


def _why_not(remark: Remark) -> Remark:
    """What is told of a table that only looks like one of projects."""
    return remark._replace(told=remark.told.replace(ONLY_TABLE, "không thêm bảng này"))


def _not_taken(grid: Grid) -> Remark:
    heads = " | ".join(leaf.name for leaf in _leaves(grid) if leaf.name)
    told = "không thêm: phải có cột tên và cột tiền, mỗi hàng một dự án; chỉ rõ cột bằng --cot"
    return Remark(grid.place, heads, told)


def _leaves(grid: Grid) -> Iterator[Column]:
    for column in columns_of(grid, head_rows(grid)):
        yield from column.leaves()


def _of_total(remark: Remark) -> Remark:
    """What is told of a total: it goes nowhere, only rows are added."""
    return remark._replace(told=remark.told.replace(KEPT, "tổng không được thêm"))


def _of_draft(data: Mapping[str, Data]) -> Batch:
    """The projects of a document that is understood as a whole."""
    unit = _at(data, "van_ban").get("don_vi_tien")
    listed = bare(data.get("du_an", []))
    projects = [
        (item, f"du_an[{number}]")
        for number, item in enumerate(listed if isinstance(listed, list) else [], 1)
        if isinstance(item, dict)
    ]
    groups = _at(_at(data, "phan_nhom"), "nhom")
    known = unit if isinstance(unit, str) else ""
    return Batch("tệp", known, projects, _at(data, "nguon_von"), groups)


def _at(data: Mapping[str, Data], key: str) -> dict[str, Data]:
    found = bare(data.get(key, {}))
    return found if isinstance(found, dict) else {}
