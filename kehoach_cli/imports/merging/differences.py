"""What a table says otherwise of a project than the plan in which it stands already."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.imports.alike import alike, plain
from kehoach_cli.imports.merging.batches import Project
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.numbers import format_decimal, parse_decimal
from kehoach_cli.vietnamese.unreadable import Unreadable

_TOTAL = "tong"
_LETTERS = 50
_SPLITS = ("von", "kinh_phi")
_UNTOLD = ("ten", "danh_so_con", "tinh_vao_tong", "tong_ghi")


class Wording(NamedTuple):
    """What the plan calls things. `groups`: names by field and code.

    `printed`: by field, the keys of `khac` that some table prints in its place.
    """

    groups: Mapping[str, Mapping[str, str]]
    printed: Mapping[str, list[str]]


def differences(project: Project, there: DuAn, wording: Wording, place: str) -> Iterator[Remark]:
    """The texts, amounts and parts that the plan has otherwise, or not."""
    for key, new, old in _unlike(project, there, wording):
        told = f"ghi “{_short(old)}”; không đổi" if old else "chưa có; không thêm"
        yield Remark(place, f"{key}: {new}", f"dự án “{_short(there.ten or '')}” {told}")


def _short(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= _LETTERS else f"{whole[:_LETTERS].rstrip()}…"


def _unlike(project: Project, there: DuAn, wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Key, what the table says, what the plan says."""
    for key, value in project.items():
        if key in _SPLITS:
            yield from _amounts(key, value, there)
        elif key == "tong_kinh_phi":
            yield from _money(key, value, _total(there))
        elif key == "hang_con":
            yield from _parts(value, there)
        elif key not in _UNTOLD:
            yield from _texts(key, value, there, wording)


def _texts(key: str, value: Data, there: DuAn, wording: Wording) -> Iterator[tuple[str, str, str]]:
    if key in wording.groups:
        named = wording.groups[key]
        old = getattr(there, key, None) or ""
        yield from _words(key, _named(value, named), _named(old, named))
    elif isinstance(value, dict):
        for name, text in value.items():
            yield from _words(f"{key}.{name}", text, (there.khac or {}).get(name))
    elif not any(_is_said(value, there, name) for name in wording.printed.get(key, ())):
        yield from _words(key, value, getattr(there, key, None))


def _is_said(value: Data, there: DuAn, name: str) -> bool:
    own = (there.khac or {}).get(name)
    return isinstance(value, str) and own is not None and alike(value, own)


def _named(code: Data, names: Mapping[str, str]) -> str:
    return names.get(str(code), str(code))


def _words(key: str, new: Data, old: object) -> Iterator[tuple[str, str, str]]:
    shown = old if isinstance(old, str) else ""
    if isinstance(new, str) and not alike(new, shown):
        yield key, new, shown


def _money(key: str, new: Data, old: Decimal | None) -> Iterator[tuple[str, str, str]]:
    if isinstance(new, str) and _amount(new) != old:
        yield key, new, "" if old is None else format_decimal(old)


def _amount(text: str) -> Decimal | None:
    try:
        return parse_decimal(text)
    except Unreadable:
        return None


def _total(there: DuAn) -> Decimal | None:
    if there.tong_kinh_phi is not None:
        return there.tong_kinh_phi
    return None if there.von is None else there.von.get()


def _amounts(key: str, value: Data, there: DuAn) -> Iterator[tuple[str, str, str]]:
    """Amounts by time and source, each against what the plan states or adds up."""
    measures = value.items() if key == "kinh_phi" and isinstance(value, dict) else [("", value)]
    for measure, split in measures:
        held = there.measure(measure)
        for path, amount in _leaves(split, ()):
            steps = [step for step in path if step != _TOTAL]
            times = [time for step in steps if (time := read_time(step))]
            sources = [step for step in steps if not read_time(step)]
            old = held.get(next(iter(times), None), next(iter(sources), None)) if held else None
            yield from _money(".".join((key, *filter(None, (measure,)), *path)), amount, old)


def _leaves(split: Data, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(split, dict):
        for key, part in split.items():
            yield from _leaves(part, (*path, key))
    else:
        yield path, str(split)


def _parts(value: Data, there: DuAn) -> Iterator[tuple[str, str, str]]:
    """The parts that the plan lacks."""
    known = {plain(part.ten or "") for part in there.hang_con or ()}
    for part in value if isinstance(value, list) else ():
        name = part.get("ten") if isinstance(part, dict) else None
        if isinstance(name, str) and plain(name) not in known:
            yield "hạng mục con", name, ""
