"""A plan's own texts moved to another period: the edits of titles, texts, columns and cells."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.checks.parts import parts
from kehoach_cli.drafts.years import Move
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc
from kehoach_cli.plan.records import walk
from kehoach_cli.source.attach import is_yaml
from kehoach_cli.source.edit import Edit
from kehoach_cli.source.extent import content_end, is_flow
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.places import Path as Keys
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.periods import parse_period
from kehoach_cli.vietnamese.unreadable import Unreadable

BLANK = "[điền số liệu mới]"
HISTORY = ("hien_trang", "ket_qua")
_CLEARED = frozenset(("so_van_ban", "ngay_ban_hanh", "ho_ten"))
_OF_ONE_PERIOD = _CLEARED | {"thoi_ky", "trich_yeu"}
_TITLES = frozenset(("muc", "ten", "trich_yeu", "dieu", "ten_tong_cong"))
_NAMES = frozenset(("gia_tri", "ma", "chi_tinh", "nam", "thoi_gian_loc"))
_KEPT = frozenset(("can_cu", "nguon_von", "du_an", "mau", "phien_ban"))


class _Place(NamedTuple):
    """A value of the file: its keys from the top; whether it tells of the past; brackets."""

    keys: Keys
    node: Scalar
    is_history: bool
    in_brackets: bool


def moved_edits(plan: Plan, move: Move) -> Iterator[tuple[Source, Edit]]:
    """The edits of every value that belongs to the old period, each with the file it is in."""
    for place in _places(plan.node, _Around(_past(plan), plan.node), ()):
        new, node = _moved(place, move), place.node
        if new is None:
            continue
        start, end = node.start, content_end(node)
        if not new and not place.in_brackets:
            start = len(node.source.text[:start].rstrip(" "))
        elif not new:
            new = '""'
        if new != node.source.text[start:end]:
            yield node.source, Edit(start, end, new)


def _past(plan: Plan) -> set[int]:
    """The nodes of the sections that tell how things were."""
    told = [parts()[role] for role in HISTORY]
    return {
        id(section.node)
        for top in plan.noi_dung or ()
        for section in walk(top)
        if isinstance(section, Muc) and any(part.is_told_by(section) for part in told)
    }


class _Around(NamedTuple):
    """What is known of a value from what it stands in."""

    past: set[int]
    node: Node | None
    is_history: bool = False
    in_brackets: bool = False

    def inside(self, node: Node) -> "_Around":
        """The same for a part."""
        is_history = self.is_history or id(node) in self.past
        return self._replace(
            node=node, is_history=is_history, in_brackets=self.in_brackets or is_flow(node)
        )


def _places(node: Node | None, around: _Around, keys: Keys) -> Iterator[_Place]:
    """Every value that may change, with its keys."""
    if isinstance(node, Scalar):
        yield _Place(keys, node, around.is_history, around.in_brackets)
    elif isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            if keys or key not in _KEPT:
                yield from _places(value, around.inside(value), (*keys, key))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _places(item, around.inside(item), (*keys, number))


def _moved(place: _Place, move: Move) -> str | None:
    """What is to be typed in place of a value; None where it stays."""
    raw = place.node.source.text[place.node.start : content_end(place.node)]
    words = [key for key in place.keys if isinstance(key, str)]
    top, key = words[0], words[-1]
    if "can_cu" in words or (top == "van_ban" and key not in _OF_ONE_PERIOD):
        return None
    if key in _CLEARED and top in ("van_ban", "quyet_dinh"):
        return ""
    if key == "thoi_ky":
        return move.new.text
    if place.is_history and key in ("doan_van", "muc_con"):
        return _asked_again(place, raw, move)
    if "hang" in words:
        return _cell(place, raw, move)
    return _title_or_text(words, key, raw, move)


def _title_or_text(words: list[str], key: str, raw: str, move: Move) -> str:
    if key in _NAMES or "chi_tinh" in words:
        return move.names(raw)
    return move.heading(raw) if key in _TITLES else move.words(raw)


def _asked_again(place: _Place, raw: str, move: Move) -> str:
    """A blank for what is to be told anew; what was told stays beside it as a comment."""
    blank = f"[cập nhật tình hình, kết quả đến hết năm {move.new.start - 1}]"
    source = place.node.source
    if (place.node.start, place.node.end) == (0, len(source.text)) and not is_yaml(source.name):
        return f"{blank}\n"
    blank = f'"{blank}"'
    if place.in_brackets:
        return blank
    lines = raw.split("\n")[1:] if place.node.style in ("|", ">") else [raw]
    first = source.line(place.node.span.first.line)
    margin = len(first) - len(first.lstrip(" -"))
    indent = " " * (margin + 2)
    told = [f"{indent}# {line.strip()}" for line in lines if line.strip()]
    return "\n".join([blank, f"{indent}# Bản trước viết:", *told])


def _cell(place: _Place, raw: str, move: Move) -> str:
    """A cell of a row typed by hand: figures of the past are asked again, times move."""
    is_figure = any(char.isdigit() for char in raw) and place.keys[-1] != 0
    if place.is_history:
        return f'"{BLANK}"' if is_figure else raw
    return move.time(raw) if _is_time(place.node.value) else move.words(raw)


def _is_time(text: str) -> bool:
    try:
        return parse_period(text).start > 0
    except Unreadable:
        return False
