"""A plan's own texts moved to another period: the edits of titles, texts, columns and cells."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.checks.money import mentions
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
from kehoach_cli.source.scalars import typed_inline
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.periods import parse_period
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.unreadable import Unreadable

BLANK = "[điền số liệu mới]"
NEW_AMOUNT = "[cập nhật số tiền]"
HISTORY = ("hien_trang", "ket_qua")
_CLEARED = frozenset(("so_van_ban", "ngay_ban_hanh", "ho_ten"))
_OF_ONE_PERIOD = _CLEARED | {"thoi_ky", "trich_yeu"}
_TITLES = frozenset(("muc", "ten", "trich_yeu", "dieu", "ten_tong_cong"))
_NAMES = frozenset(("gia_tri", "ma", "chi_tinh", "nam", "thoi_gian_loc"))
_PROSE = frozenset(("noi_dung", "quyet_dinh"))
_MONEY_WORDS = ("kinh phi", "von", "so tien", "thanh tien", "du toan", "trieu dong", "ty dong")
_KEPT = frozenset(("can_cu", "nguon_von", "du_an", "mau", "phien_ban"))


class _Place(NamedTuple):
    """A value of the file: its keys from the top, and what it stands in."""

    keys: Keys
    node: Scalar
    around: "_Around"


def moved_edits(plan: Plan, move: Move) -> Iterator[tuple[Source, Edit]]:
    """The edits of every value that belongs to the old period, each with the file it is in."""
    for place in _places(plan.node, _Around(_past(plan), plan.node), ()):
        new, node = _moved(place, move), place.node
        if new is None:
            continue
        start, end = node.start, content_end(node)
        if not new and not place.around.in_brackets:
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
    """What is known of a value from what it stands in. `money`: columns of amounts in its table."""

    past: set[int]
    node: Node | None
    is_history: bool = False
    in_brackets: bool = False
    money: frozenset[int] = frozenset()

    def inside(self, node: Node) -> "_Around":
        """The same for a part."""
        is_history = self.is_history or id(node) in self.past
        return self._replace(
            node=node,
            is_history=is_history,
            in_brackets=self.in_brackets or is_flow(node),
            money=_money_columns(node) if _is_table(node) else self.money,
        )


def _is_table(node: Node) -> bool:
    return isinstance(node, Mapping) and "cot" in node.entries and "hang" in node.entries


def _money_columns(table: Node) -> frozenset[int]:
    """The columns of a table whose heads speak of money."""
    heads = (head for column in _under(table) for head in _heads(column, ""))
    return frozenset(
        number for number, head in enumerate(heads) if any(word in head for word in _MONEY_WORDS)
    )


def _under(column: Node) -> list[Node]:
    """The columns of a table or under a head."""
    under = column.get("cot") if isinstance(column, Mapping) else None
    return under.items if isinstance(under, Sequence) else []


def _heads(column: Node, above: str) -> Iterator[str]:
    """The folded heads over each column that holds values."""
    name = column.get("ten") if isinstance(column, Mapping) else None
    head = f"{above} {fold(name.value) if isinstance(name, Scalar) else ''}"
    if not _under(column):
        yield head
    for inner in _under(column):
        yield from _heads(inner, head)


def _places(node: Node | None, around: _Around, keys: Keys) -> Iterator[_Place]:
    """Every value that may change, with its keys."""
    if isinstance(node, Scalar):
        yield _Place(keys, node, around)
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
    if place.around.is_history and key in ("doan_van", "muc_con"):
        return _asked_again(place, raw, move)
    if "hang" in words:
        return _cell(place, raw, move)
    if top in _PROSE and key not in _TITLES | _NAMES:
        return _text(place, raw, move)
    return _title_or_text(words, key, raw, move)


def _title_or_text(words: list[str], key: str, raw: str, move: Move) -> str:
    if key in _NAMES or "chi_tinh" in words:
        return move.names(raw)
    return move.heading(raw) if key in _TITLES else move.words(raw)


def _text(place: _Place, raw: str, move: Move) -> str:
    """A text with its years moved, and a blank for each amount of money."""
    is_plain = not place.node.style and is_yaml(place.node.source.name)
    text = place.node.value if is_plain else raw
    found = mentions(text)
    if not found:
        return move.words(raw)
    for mention in reversed(found):
        text = text[: mention.start] + NEW_AMOUNT + text[mention.end :]
    text = move.words(text)
    return typed_inline(text, '"', flow=place.around.in_brackets) if is_plain else text


def _asked_again(place: _Place, raw: str, move: Move) -> str:
    """A blank for what is to be told anew; what was told stays beside it as a comment."""
    blank = f"[cập nhật tình hình, kết quả đến hết năm {move.new.start - 1}]"
    source = place.node.source
    if (place.node.start, place.node.end) == (0, len(source.text)) and not is_yaml(source.name):
        return f"{blank}\n"
    return told_again(place.node, raw, blank, place.around.in_brackets)


def told_again(node: Scalar, raw: str, blank: str, in_brackets: bool) -> str:
    """A blank in quotes in place of a text; outside brackets the text as a comment below it."""
    blank = f'"{blank}"'
    if in_brackets:
        return blank
    lines = raw.split("\n")[1:] if node.style in ("|", ">") else raw.split("\n")
    first = node.source.line(node.span.first.line)
    margin = len(first) - len(first.lstrip(" -"))
    indent = " " * (margin + 2)
    told = [f"{indent}# {line.strip()}" for line in lines if line.strip()]
    return "\n".join([blank, f"{indent}# Bản trước viết:", *told])


def _cell(place: _Place, raw: str, move: Move) -> str:
    """A cell of a row typed by hand: figures of the past are asked again, times move."""
    is_figure = any(char.isdigit() for char in raw) and place.keys[-1] != 0
    if place.around.is_history:
        return f'"{BLANK}"' if is_figure else raw
    if is_figure and place.keys[-1] in place.around.money:
        return f'"{NEW_AMOUNT}"'
    return move.time(raw) if _is_time(place.node.value) else _text(place, raw, move)


def _is_time(text: str) -> bool:
    try:
        return parse_period(text).start > 0
    except Unreadable:
        return False
