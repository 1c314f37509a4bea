"""KH406-KH407, KH412: money and columns of years outside a project's time or the plan's."""

from collections.abc import Iterator, Sequence

from kehoach_cli.checks.projects import projects_and_parts, years_of
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.amounts import Amounts
from kehoach_cli.plan.paths import BadPathError, MoneyPath, parse_path
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.nodes import Node


def _lines(subject: Subject) -> Iterator[tuple[DuAn, ...]]:
    """Every project and part, behind the ones that it is a part of."""
    for item in subject.plan.du_an or ():
        yield from item.lines()


def _outside_its_time(subject: Subject) -> Iterator[Found]:
    for item in projects_and_parts(subject):
        years = years_of(item)
        for year, place in _single_years(item.von) if years and item.von else ():
            if years and year not in years:
                yield Found(place.span, {"year": str(year), "time": item.thoi_gian or ""})


def _single_years(split: Amounts) -> Iterator[tuple[int, Node]]:
    for (time, source), amount in split.leaves.items():
        if time and "-" not in time and amount:
            yield int(time), split.places[time, source]


def _outside_the_plan(subject: Subject) -> Iterator[Found]:
    """Money after the period or before it, in a year that the project's own time has not."""
    years = subject.years
    for line in _lines(subject) if years else ():
        for year, place in _single_years(line[-1].von) if line[-1].von else ():
            if years and year not in years and year not in _own_years(line):
                yield Found(place.span, {"year": str(year), "time": _said(years)})


def _own_years(line: Sequence[DuAn]) -> range:
    """The years of a project or part, else of what it is a part of."""
    return next(filter(None, map(years_of, reversed(line))), range(0))


def _said(years: range) -> str:
    return f"{years.start}-{years.stop - 1}" if len(years) > 1 else str(years.start)


def _columns_outside(subject: Subject) -> Iterator[Found]:
    years = subject.years
    own = (
        {year for item in projects_and_parts(subject) for year in years_of(item) or ()}
        if years
        else set()
    )
    for table in subject.tables if years else ():
        if table.shows_register:
            for cot in (leaf for top in table.cot or () for leaf in top.leaves()):
                for name in cot.gia_tri or ():
                    year = _year_of(name, subject)
                    if year and years and year not in years and year not in own:
                        yield Found(cot.span("gia_tri"), {"year": str(year), "time": _said(years)})


def _year_of(name: str, subject: Subject) -> int | None:
    """The year of a column of plain money."""
    if not name.startswith("von."):
        return None
    try:
        path = parse_path(name, subject.plan)
    except BadPathError:
        return None
    time = path.time if isinstance(path, MoneyPath) else None
    return int(time) if time and time.isdigit() else None


_ROW = "du_an:\n- ten: Mạng LAN\n  "
_PERIOD = "van_ban: {thoi_ky: 2016-2017}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH406",
        Severity.WARNING,
        "Có tiền ngoài thời gian thực hiện",
        "Có tiền năm {year}, thời gian thực hiện là {time}",
        why="Tiền bố trí cho năm mà dự án chưa bắt đầu hoặc đã xong sẽ bị hỏi khi thẩm định.",
        wrong=_ROW + "thoi_gian: 2017\n  von: {2016: 500, 2017: 700}\n",
        right=_ROW + "thoi_gian: 2016-2017\n  von: {2016: 500, 2017: 700}\n",
        fix="sửa thời gian thực hiện, hoặc chuyển tiền sang năm đúng",
        limits="Chuẩn bị đầu tư và quyết toán có thể rơi vào năm liền trước, liền sau.",
        find=_outside_its_time,
    ),
    Rule(
        "KH407",
        Severity.INFO,
        "Có tiền ngoài thời kỳ của kế hoạch",
        "Có tiền năm {year}, kế hoạch là của {time}",
        why="Tiền của năm ngoài kế hoạch vẫn được cộng vào tổng chung.",
        wrong=_PERIOD + _ROW + "von: {2016: 100, 2017: 500, 2018: 700}\n",
        right=_PERIOD + _ROW + "von: {2016: 100, 2017: 500}\n  kinh_phi: {nam_sau: {2018: 700}}\n",
        fix="sửa năm; nếu đúng là tiền của năm khác thì ghi thành một số liệu riêng ở kinh_phi",
        limits="Năm nằm trong thoi_gian của dự án thì không nhắc.",
        find=_outside_the_plan,
    ),
    Rule(
        "KH412",
        Severity.INFO,
        "Cột của năm ngoài thời kỳ",
        "Cột lấy vốn năm {year}, kế hoạch là của {time}",
        why="Bảng vốn của kế hoạch chỉ cần các năm của kế hoạch; năm khác là số liệu khác.",
        wrong=_PERIOD + "phu_luc:\n- ten: Danh mục\n  bang:\n    cot: [{gia_tri: von.2018}]\n",
        right=_PERIOD + "phu_luc:\n- ten: Danh mục\n  bang:\n    cot: [{gia_tri: von.2017}]\n",
        fix="sửa năm ở gia_tri, hoặc sửa thoi_ky",
        limits="Năm nằm trong thoi_gian của một dự án thì không nhắc.",
        find=_columns_outside,
    ),
)
