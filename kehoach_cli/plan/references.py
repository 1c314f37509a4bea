"""What a section is called where the text refers to it: "Mục III.2", "điểm a Mục III.2"."""

from collections.abc import Iterator

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, ThanBai, counted
from kehoach_cli.plan.scheme import DEFAULT_SCHEME, Level, Scheme, parse_scheme


def scheme_of(plan: Plan) -> Scheme:
    """The scheme of the main outline: I. / 1. / a) unless the plan says otherwise."""
    given = plan.van_ban.danh_so if plan.van_ban else None
    return given or parse_scheme(DEFAULT_SCHEME) or ()


def child_level(part: ThanBai, level: int, scheme: Scheme) -> int:
    """The level of the sub-sections: the next, or a lower one that `danh_so_con` names."""
    wanted = part.danh_so_con
    if wanted is None:
        return level
    same = (i for i in range(level, len(scheme)) if _alike(scheme[i], wanted))
    return next(same, level)


def _alike(one: Level, other: Level) -> bool:
    return (one.kind, one.depth, one.prefix) == (other.kind, other.depth, other.prefix)


def section_names(plan: Plan) -> dict[str, str]:
    """How to refer to each section of the main text that has a code."""
    return dict(_names(plan.noi_dung or [], 0, (), scheme_of(plan)))


Path = tuple[tuple[Level, int, str], ...]
"""From the largest part: level, position (0: not numbered) and title of each."""


def _names(
    sections: list[Muc], level: int, above: Path, scheme: Scheme
) -> Iterator[tuple[str, str]]:
    for position, section in counted(sections):
        step = (scheme[level], position, section.muc or "") if level < len(scheme) else None
        path = (*above, step) if step else above
        name = _reference(path)
        if section.ma and name:
            yield section.ma, name
        inner = child_level(section, level + 1, scheme)
        yield from _names(section.muc_con or [], inner, path, scheme)


def too_deep(plan: Plan) -> Iterator[Muc]:
    """The sections of the main text that the scheme has no level for."""
    scheme = scheme_of(plan)

    def walk(sections: list[Muc], level: int) -> Iterator[Muc]:
        for section in sections:
            if level >= len(scheme):
                yield section
            else:
                yield from walk(section.muc_con or [], child_level(section, level + 1, scheme))

    yield from walk(plan.noi_dung or [], 0)


def _reference(path: Path) -> str:
    """From the smallest to the largest part: PL II, Mục V.7 of Nghị định 30/2020/NĐ-CP.

    A part without a number is called by its title: "Mục 1 phần “Căn cứ lập kế hoạch”".
    """
    bare = [at for at, (_, position, _) in enumerate(path) if not position]
    if not bare:
        return _numbered(path)
    title = " ".join(path[bare[-1]][2].split())
    own = f"phần “{title}”" if title else ""
    parts = (_numbered(path[bare[-1] + 1 :]), own, _reference(path[: bare[-1]]))
    return " ".join(filter(None, parts))


def _numbered(path: Path) -> str:
    points: list[str] = []
    plain: list[str] = []
    named: list[str] = []
    for level, position, _ in path:
        number = level.number(position)
        if level.kind == "letter":
            points.insert(0, f"điểm {number}")
        elif level.prefix.strip("( "):
            named.insert(0, f"{level.prefix}{number}")
        else:
            plain.append(number)
    section = ["Mục " + ".".join(plain)] if plain else []
    return " ".join([*points, *section, *named])
