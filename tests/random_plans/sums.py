"""The sums of a plan, worked out from what was typed; nothing here asks `kehoach_cli`.

A query is (measure, year or stretch of years, source); "" is the plain measure, None is all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .typed import Money, Time, Tree

Query = tuple[str, str | None, str | None]
Item = dict[str, Tree]
Leaves = dict[tuple[str | None, str | None], Decimal]

ZERO = Decimal(0)
_PATH_TIME = re.compile(r"(?:nam_)?(\d{4}(?:-\d{4})?)")


def query(path: str) -> Query | None:
    """What money a column's name asks for; None: a text."""
    head, *rest = path.split(".")
    if path == "tong_kinh_phi":
        return ("", None, None)
    if head not in ("von", "kinh_phi"):
        return None
    measure = rest.pop(0) if head == "kinh_phi" else ""
    return (measure, *_narrowed(rest))


def _narrowed(words: Iterable[str]) -> tuple[str | None, str | None]:
    time = source = None
    for word in words:
        match = _PATH_TIME.fullmatch(word)
        if match:
            time = match[1]
        elif word != "tong":
            source = word
    return time, source


def leaves(split: Tree) -> Leaves:
    """Each typed amount under its time and source."""
    found: Leaves = {}
    for key, value in split.items():
        pairs = value.items() if isinstance(value, dict) else [("tong", value)]
        for inner, amount in pairs:
            names = (key, inner)
            time = next((name.name for name in names if isinstance(name, Time)), None)
            source = next((n for n in names if n != "tong" and not isinstance(n, Time)), None)
            assert isinstance(amount, Money)
            if amount.amount is not None:
                found[time, source] = amount.amount
    return found


def _within(time: str, whole: str) -> bool:
    first, _, last = whole.partition("-")
    return time != whole and bool(last) and first <= time <= last


def _outer(times: Iterable[str | None]) -> set[str]:
    """Times that lie in no other of them."""
    found = {time for time in times if time}
    return {time for time in found if not any(_within(time, whole) for whole in found)}


def known(found: Leaves, time: str | None, source: str | None) -> Decimal | None:
    """A stated amount, else the sum of its parts; None: nothing typed of it."""
    if (time, source) in found:
        return found[time, source]
    if time is not None:
        parts = [v for (t, s), v in found.items() if t == time and s and source is None]
        if not parts and "-" in time:
            years = {t for t, _ in found if t and _within(t, time)}
            parts = [v for t in years if (v := known(found, t, source)) is not None]
    elif source is not None:
        times = _outer(t for t, s in found if s == source)
        parts = [found[t, source] for t in times]
    else:
        times = _outer(t for t, _ in found)
        parts = [known(found, t, None) or ZERO for t in times]
        parts = parts or [v for (t, s), v in found.items() if s and not t]
    return sum(parts, ZERO) if parts else None


def own(item: Item, asked: Query) -> Decimal | None:
    """A project's own money."""
    measure, time, source = asked
    if asked == ("", None, None) and "tong_kinh_phi" in item:
        amount: Decimal | None = item["tong_kinh_phi"].amount
        return amount
    split = item.get("kinh_phi", {}).get(measure) if measure else item.get("von")
    return known(leaves(split), time, source) if split else None


def _said(item: Item) -> bool | None:
    return None if "tinh_vao_tong" not in item else _yes(item["tinh_vao_tong"])


def _yes(typed: str | None) -> bool:
    return (typed or "").casefold() in ("có", "yes", "true", "x")


def added(item: Item, asked: Query) -> Decimal | None:
    """What a project adds to a sum: its money, and its parts' and theirs where they count."""
    mine = own(item, asked)
    found = [] if _said(item) is False else [mine]
    for part in item.get("hang_con", ()):
        counts = _said(part)
        if counts or (counts is None and mine is None):
            found.append(added(part, asked))
    amounts = [amount for amount in found if amount is not None]
    return sum(amounts, ZERO) if amounts else None


def has_money(item: Item) -> bool:
    """Whether a project or a part of it tells of money, or that there is none."""
    told = any(key in item for key in ("tong_kinh_phi", "von", "kinh_phi"))
    return told or any(map(has_money, item.get("hang_con", ())))


def total(items: Iterable[Item], asked: Query) -> Decimal:
    """The sum over projects."""
    return sum((added(item, asked) or ZERO for item in items), ZERO)


@dataclass(frozen=True)
class Row:
    """A row that a table must have. `figures`: by column; None: no figure there.

    `label`: its number; "" where it has none, or none that is worked out here.
    """

    kind: str
    figures: list[Decimal | None]
    item: Item
    label: str = ""


def columns(bang: Item) -> list[Item]:
    """The columns that hold values, from the left."""

    def under(cot: Item) -> Iterator[Item]:
        for inner in cot.get("cot", ()):
            yield from under(inner)
        if not cot.get("cot"):
            yield cot

    return [leaf for cot in bang["cot"] for leaf in under(cot)]


def names(cot: Item) -> list[str]:
    """The names that a column takes its value from."""
    value: Any = cot.get("gia_tri", [])
    return value if isinstance(value, list) else [value]


def _is_money(cot: Item) -> bool:
    return any(query(name) is not None for name in names(cot)[:1])


def word(item: Item, key: str, default: str) -> str:
    """A choice as the format names it."""
    return str(item.get(key, default)).casefold().replace(" ", "_")


@dataclass(frozen=True)
class Own:
    """A row that a table types beside those of the register, by column."""

    cells: list[Tree]


Line = Item | Own
Groups = list[tuple[str, list[Line]]]


def table(bang: Item, plan: Item) -> list[Row]:
    """The rows of a view of the register, from the top."""
    groups = _groups(bang, plan)
    body = list(_body(bang, groups)) or [_blank(bang)]
    place = word(bang, "tong_cong", "cuoi")
    if place == "khong" or not any(map(_is_money, columns(bang))):
        return body
    every = [line for _, lines in groups for line in lines]
    grand = Row("total", _sums(bang, every, ("co",)), {})
    above, below = place in ("dau", "ca_hai"), place in ("cuoi", "ca_hai")
    return [grand] * above + body + [grand] * below


def _blank(bang: Item) -> Row:
    """The row that a table without any has, to be filled by hand."""
    return Row("blank", [None for _ in columns(bang)], {})


def _chosen(bang: Item, plan: Item) -> list[Item]:
    register: list[Item] = plan.get("chi_tieu" if is_of_targets(bang) else "du_an", [])
    if "chon" in bang:
        codes = bang["chon"] if isinstance(bang["chon"], list) else [bang["chon"]]
        register = [next(item for item in register if item.get("ma") == code) for code in codes]
    if "chi_tinh" not in bang:
        return register
    terms = bang["chi_tinh"] if isinstance(bang["chi_tinh"], list) else [bang["chi_tinh"]]
    return [item for item in register if all_hold(terms, item, plan, is_of_targets(bang))]


def all_hold(terms: list[str], item: Item, plan: Item, of_targets: bool) -> bool:
    """Whether an item is of the groups, and has money (or a figure) of the time and source."""
    times = [match[1] for term in terms if (match := _PATH_TIME.fullmatch(term))]
    names = [term for term in terms if not _PATH_TIME.fullmatch(term)]
    if of_targets:
        figures = {key.name for key in item["gia_tri"] if isinstance(key, Time)}
        return figures >= set(times) and all(_of_group(item, "nhom") == name for name in names)
    sources = [name for name in names if name in plan.get("nguon_von", {})]
    groups = {
        key: attribute for attribute, keys in plan.get("phan_nhom", {}).items() for key in keys
    }
    here = all(_of_group(item, groups[name]) == name for name in names if name in groups)
    asked = ("", times[0] if times else None, sources[0] if sources else None)
    return here and (not (times or sources) or added(item, asked) is not None)


def is_of_targets(bang: Item) -> bool:
    """Whether a table shows the register of targets."""
    return word(bang, "nguon", "du_an") == "chi_tieu"


def _groups(bang: Item, plan: Item) -> Groups:
    """What stands under which head, from the top; "" under none."""
    shown: list[Line] = [*_chosen(bang, plan)]
    (_, loose), *opened = _own_groups(bang)
    first = (
        next((key for key in bang if key in ("nguon", "chon", "chi_tinh", "hang")), "") == "hang"
    )
    attribute = bang.get("nhom_theo")
    if attribute is None:
        return [("", loose + shown if first else shown + loose), *opened]
    titles = plan.get("phan_nhom", {}).get(attribute, {})
    keys = {" ".join(titles[key].split()): key for key in titles}
    own: dict[str, list[Line]] = {}
    for title, rows in opened:
        own.setdefault(keys.get(title, title), []).extend(rows)
    known: Groups = []
    for key in _keys(attribute, plan, is_of_targets(bang)):
        rows, items = own.get(key, []), [x for x in shown if _of_group(x, attribute) == key]
        if items or key in own:
            known.append((key, rows + items if first else items + rows))
    new = [(key, rows) for key, rows in own.items() if key not in dict(known)]
    last = [item for item in shown if not _of_group(item, attribute)]
    if first:
        return [("", loose), *new, *known, ("", last)]
    return [*known, *new, ("", last + loose)]


def _own_groups(bang: Item) -> Groups:
    groups: Groups = [("", [])]
    for row in bang.get("hang", ()):
        if isinstance(row, dict) and "nhom" in row:
            groups.append((row["nhom"].strip(), []))
        else:
            groups[-1][1].append(Own(_padded(row, bang)))
    return groups


def _padded(row: Tree, bang: Item) -> list[Tree]:
    return [*row, *[""] * len(columns(bang))][: len(columns(bang))]


def _body(bang: Item, groups: Groups) -> Iterator[Row]:
    following = 1
    how = word(bang, "tong_nhom", "dong_nhom")
    for key, lines in groups:
        sums = _sums(bang, lines, ("co", "nhom"))
        blank: list[Decimal | None] = [None] * len(sums)
        if key:
            yield Row("group", sums if how == "dong_nhom" else blank, {"ten": key})
        if not _runs_on(bang, key) and (key or "nhom_theo" in bang):
            following = 1
        for line in lines:
            numbered = not isinstance(line, Own) or _is_numbered(bang, line)
            yield from _line(bang, line, str(following))
            following += numbered
        if key and how == "dong_cong":
            yield Row("subtotal", sums, {})


def _of_group(item: Line, attribute: str) -> str:
    return "" if isinstance(item, Own) else str(item.get(attribute, "")).strip()


def _keys(attribute: str, plan: Item, targets: bool) -> list[str]:
    """The groups as declared, then as the register uses them."""
    declared = list(plan.get("phan_nhom", {}).get(attribute, ()))
    register = plan.get("chi_tieu" if targets else "du_an", [])
    used = [_of_group(item, attribute) for item in register]
    return list(dict.fromkeys([*declared, *filter(None, used)]))


def _runs_on(bang: Item, key: str) -> bool:
    """Whether the numbers go on into a group."""
    again = bang.get("stt_lai", [])
    if key in (again if isinstance(again, list) else [again]):
        return False
    return word(bang, "stt", "lien_tuc" if "stt_lai" in bang else "theo_nhom") == "lien_tuc"


def _is_numbered(bang: Item, line: Own) -> bool:
    pairs = zip(columns(bang), line.cells, strict=True)
    return not any(cell for cot, cell in pairs if names(cot)[:1] == ["stt"])


def _line(bang: Item, line: Line, number: str) -> Iterator[Row]:
    if isinstance(line, Own):
        cells = zip(columns(bang), line.cells, strict=True)
        figures = [cell.amount if isinstance(cell, Money) else None for _, cell in cells]
        yield Row("item", figures, {}, number if _is_numbered(bang, line) else "x")
    else:
        yield Row("item", _figures(bang, line), line, number)
        yield from _parts(bang, line, number, "chu")


def _parts(bang: Item, item: Item, above: str, usual: str) -> Iterator[Row]:
    """The parts: a, b … or 3.1, 3.2 …; the parts of parts in figures below figures only."""
    way = word(item, "danh_so_con", usual)
    for position, part in enumerate(item.get("hang_con", ())):
        letters = "abc"[position] if way == "chu" else ""
        label = f"{above}.{position + 1}" if way == "so" and above else letters
        yield Row("part", _figures(bang, part), part, label)
        yield from _parts(bang, part, label, "so" if way == "so" else "khong")


def own_table(bang: Item) -> list[Row]:
    """The rows of a table that has its own; figures where a column is added up."""
    groups: list[tuple[Item, list[Tree]]] = [({}, [])]
    for row in bang["hang"]:
        if isinstance(row, dict) and "nhom" in row:
            groups.append((row, []))
        else:
            groups[-1][1].append(row)
    body = [row for head, rows in groups for row in _own_group(bang, head, rows)]
    body = body or [_blank(bang)]
    every = _own_sums(bang, [row for _, rows in groups for row in rows], ("co",))
    if not any(value is not None for value in every):
        return body
    place, grand = word(bang, "tong_cong", "cuoi"), Row("total", every, {})
    above, below = place in ("dau", "ca_hai"), place in ("cuoi", "ca_hai")
    return [grand] * above + body + [grand] * below


def _own_group(bang: Item, head: Item, rows: list[Tree]) -> Iterator[Row]:
    sums = _own_sums(bang, rows, ("co", "nhom"))
    blank: list[Decimal | None] = [None] * len(sums)
    how = word(bang, "tong_nhom", "dong_nhom")
    if head:
        yield Row("group", sums if how == "dong_nhom" else blank, {})
    for row in rows:
        cells = [*_cells(row), *blank]
        yield Row(
            "item", [_own_figure(c, cot) for c, cot in zip(cells, columns(bang), strict=False)], {}
        )
    if head and how == "dong_cong" and any(value is not None for value in sums):
        yield Row("subtotal", sums, {})


def _cells(row: Tree) -> list[Tree]:
    """The cells that are added up: none of a row in bold, which is a sum itself."""
    if isinstance(row, list):
        return row
    cells: Tree = [] if _yes(row.get("dam")) else row.get("o", [])
    return cells if isinstance(cells, list) else [cells]


def sums_money(cot: Item) -> bool:
    """Whether own cells of a column of the register's money are added to it."""
    return _is_money(cot) and word(cot, "cong", "co").replace("có", "co") in ("co", "nhom")


def added_up(cot: Item, kinds: tuple[str, ...] = ("co", "nhom")) -> bool:
    """Whether the typed cells of a column are numbers that are added up."""
    return "cong" in cot and word(cot, "cong", "").replace("có", "co") in kinds


def _own_figure(cell: Tree, cot: Item) -> Decimal | None:
    return cell.amount if isinstance(cell, Money) and added_up(cot) else None


def _own_sums(bang: Item, rows: list[Tree], kinds: tuple[str, ...]) -> list[Decimal | None]:
    cells = [_cells(row) for row in rows]
    return [
        sum((_own_figure(row[at], cot) or ZERO for row in cells if at < len(row)), ZERO)
        if added_up(cot, kinds)
        else None
        for at, cot in enumerate(columns(bang))
    ]


def _figures(bang: Item, item: Item) -> list[Decimal | None]:
    """A row's own money; None where a column shows a text or nothing."""
    if is_of_targets(bang):
        return [None for _ in columns(bang)]
    return [_figure(cot, item) for cot in columns(bang)]


def _figure(cot: Item, item: Item) -> Decimal | None:
    for name in names(cot):
        asked = query(name)
        found = own(item, asked) if asked else None
        if found is not None or (asked is None and _has_text(item, name)):
            return found
    return None


def _has_text(item: Item, name: str) -> bool:
    head, _, rest = name.partition(".")
    return (rest in item.get(head, {})) if rest else name in item or name == "stt"


def _sums(bang: Item, items: list[Line], kinds: tuple[str, ...]) -> list[Decimal | None]:
    return [
        sum((_added(cot, item, at) for item in items), ZERO)
        if _is_money(cot) and word(cot, "cong", "co").replace("có", "co") in kinds
        else None
        for at, cot in enumerate(columns(bang))
    ]


def _added(cot: Item, item: Line, at: int) -> Decimal:
    if isinstance(item, Own):
        cell = item.cells[at]
        return (cell.amount or ZERO) if isinstance(cell, Money) else ZERO
    for name in names(cot):
        asked = query(name)
        found = added(item, asked) if asked else None
        if found is not None:
            return found
    return ZERO
