"""Kinds of plan (`mau`): each is a folder of `templates/` with a `mau.toml`, and nothing else."""

import os
from functools import cache

from kehoach_cli.annotations import Any
from kehoach_cli.installed import templates_name
from kehoach_cli.patterns import pattern
from kehoach_cli.values import Values

_FILE = "mau.toml"
_NEEDED = "phan_can_co = "
_QUOTED = pattern(r'"([^"]*)"')


class PlanKind(Values):
    """A kind of plan. `name`: how a sentence calls it; `help`: a line for who chooses.

    `several_years`: whether its period is several years, None where it may be either. `levels`:
    the levels of agency that issue it, the most usual first. `parts`: the roles of its sections
    in order; of them `needed_parts` must be in every plan of the kind. `needed_fields`: paths
    that `new` leaves a blank for. `file_name`, without suffix, and `defaults`, by path, are
    templates of texts.
    """

    key: str
    name: str
    help: str
    order: int
    several_years: bool | None
    levels: tuple[str, ...]
    parts: tuple[str, ...]
    needed_parts: tuple[str, ...]
    needed_fields: tuple[str, ...]
    file_name: str
    defaults: dict[str, Any]


_PERIODS = {"mot_nam": False, "nhieu_nam": True, "": None}


@cache
def kind_keys() -> tuple[str, ...]:
    """The key of every kind, in alphabetical order."""
    return tuple(sorted(key for key in os.listdir(templates_name()) if os.path.isfile(_path(key))))


@cache
def needed_parts(key: str) -> tuple[str, tuple[str, ...]] | None:
    """What a kind is called, and the parts that each plan of it must have; None for no kind.

    Both stand on lines of their own, in quotes: every `check` asks for them, and importing the
    reader of TOML would be a thirtieth of its time.
    """
    if key not in kind_keys():
        return None
    lines = _text(key).splitlines()
    values = dict(line.split(" = ", 1) for line in lines if line.startswith(("ten = ", _NEEDED)))
    name, needed = (_QUOTED.findall(values[key]) for key in ("ten", "phan_can_co"))
    return name[0], tuple(needed)


def _path(key: str) -> str:
    return os.path.join(templates_name(), key, _FILE)


def _text(key: str) -> str:
    with open(_path(key), encoding="utf-8") as file:
        return file.read()


@cache
def plan_kind(key: str) -> PlanKind | None:
    """The kind with that key, None where there is none."""
    if key not in kind_keys():
        return None
    import tomllib  # only what makes new plans needs the whole of a kind

    given = tomllib.loads(_text(key))
    return PlanKind(
        key=key,
        name=given["ten"],
        help=given["giup"],
        order=given["thu_tu"],
        several_years=_PERIODS[given.get("thoi_ky", "")],
        levels=tuple(given["cap"]),
        parts=tuple(given["phan"]),
        needed_parts=tuple(given["phan_can_co"]),
        needed_fields=tuple(given["truong_can_co"]),
        file_name=given["tep"],
        defaults=given["mac_dinh"],
    )


def plan_kinds() -> list[PlanKind]:
    """Every kind, in the order in which they are offered."""
    found = (plan_kind(key) for key in kind_keys())
    return sorted((kind for kind in found if kind), key=lambda kind: kind.order)
