"""What `{{ }}` must print, worked out from the typed tree; nothing here asks `kehoach_cli`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.vietnamese.units import MoneyUnit

from . import figures, paper, sums
from .money import moved, printed
from .typed import Tree

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = tuple(ten + one for ten in ("", "X", "XX") for one in _ONES)
LETTERS = "abcdđeghiklmnopqrstuvxy"
_TIME = re.compile(r"(?:nam_)?(\d{4})")
_UNIT = re.compile(r'\("(.*)"\)')
_PLAIN = {"I": ROMANS, "A": ("", *LETTERS.upper()), "1": tuple(map(str, range(99)))}
_POINTS = ("a)", "a.", "a")


def answer(expression: str, plan: Tree, unit: MoneyUnit) -> str | None:
    """The printed text, None where it is not worked out here."""
    names, *filters = (part.strip() for part in expression.split("|"))
    head, *terms = names.split(".")
    if filters and filters[0] == "hoa":
        found = answer(names, plan, unit)
        return None if found is None else found.upper()
    if head == "tong":
        return _sum(plan, terms, filters, unit)
    if head == "so_du_an":
        count = len(_projects(plan, terms))
        return {"": str(count), "hai_chu_so": f"{count:02d}"}.get("".join(filters))
    return _named(head, terms, plan)


def _named(head: str, terms: list[str], plan: Tree) -> str | None:
    if head == "so_nhom":
        return str(len({item["nhom"] for item in plan.get("du_an", []) if "nhom" in item}))
    if head == "phu_luc":
        codes = [item.get("ma") for item in plan["phu_luc"]]
        at = codes.index(terms[0]) + 1
        return f"Phụ lục {ROMANS[at]}" if len(codes) > 1 else "Phụ lục"
    if head == "bang":
        numbered = [bang["ma"] for bang in paper.tables(plan) if "ma" in bang]
        return f"Bảng {numbered.index(terms[0]) + 1}"
    if head == "chi_tieu":
        return _target(plan, terms)
    return section(plan, terms[0]) if head == "muc" else None


def _target(plan: Tree, terms: list[str]) -> str:
    target = next(x for x in plan["chi_tieu"] if x.get("ma", "").replace("-", "_") == terms[0])
    what = terms[1] if len(terms) > 1 else ""
    if what == "ten":
        return str(target["ten"])
    if what == "ty_le":
        return figures.ratio(target, figures.now(target))
    if what in ("tu_so", "mau_so"):
        part = figures.now(target)[what]
        return f"{printed(part.number)} {part.unit}".strip()
    present = what in ("", "hien_trang")
    figure = figures.now(target) if present else figures.at_time(target, what)
    return figures.told(target, figure)


def _query(plan: Tree, terms: list[str]) -> tuple[sums.Query, list[str]]:
    """What money terms ask for, and the groups among them."""
    groups: list[str] = []
    measure, time, source = "", None, None
    for term in terms:
        match = _TIME.fullmatch(term)
        if match:
            time = match[1]
        elif term in plan.get("nguon_von", {}):
            source = term
        elif any(term in item.get("kinh_phi", {}) for item in plan.get("du_an", [])):
            measure = term
        else:
            groups.append(term)
    return (measure, time, source), groups


def _projects(plan: Tree, terms: list[str]) -> list[Tree]:
    asked, groups = _query(plan, terms)
    found = []
    for item in plan.get("du_an", []):
        own = [str(item.get(key, "")).strip() for key in ("nhom", "tinh_trang")]
        here = not any(asked) or sums.added(item, asked) is not None
        found += [item] if here and all(group in own for group in groups) else []
    return found


def _sum(plan: Tree, terms: list[str], filters: list[str], unit: MoneyUnit) -> str | None:
    value = sums.total(_projects(plan, terms), _query(plan, terms)[0])
    is_known = any(map(sums.has_money, plan.get("du_an", [])))
    for one in filters:
        named = _UNIT.search(one)
        wanted = MoneyUnit(named[1]) if named else unit
        value = moved(value, unit, wanted) if wanted != unit else value
        if one.startswith("tien"):
            return f"{printed(value) if is_known else '…'} {wanted.value}"
        if not one.startswith("so"):
            return None
    return (printed(Decimal(value)) or "0") if is_known else "…"


def section(plan: Tree, code: str) -> str | None:
    """How a section is called; None where its levels are of another kind than I, A, 1 and a)."""
    scheme = plan["van_ban"].get("danh_so", "I/1/a)").split("/")
    path = next((p for p in _paths(plan["noi_dung"]) if p[-1][1].get("ma") == code), None)
    if path is None or len(path) > len(scheme):
        return None
    plain: list[str] = []
    points: list[str] = []
    for (position, part), level in zip(path, scheme, strict=False):
        if "danh_so" in part or "danh_so_con" in part:
            return None
        if level in _POINTS:
            points.insert(0, f"điểm {LETTERS[position - 1]}")
        elif level in _PLAIN and not points:
            plain.append(_PLAIN[level][position])
        else:
            return None
    return " ".join([*points, *(["Mục " + ".".join(plain)] if plain else [])])


Step = tuple[int, Tree]


def _paths(parts: list[Tree], above: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Each section with those above it; one beside an unnumbered one is marked as such."""
    odd = any(isinstance(part, dict) and "danh_so" in part for part in parts)
    for position, part in enumerate(parts, 1):
        tree = part if isinstance(part, dict) else {}
        path = (*above, (position, {**tree, "danh_so": ""} if odd else tree))
        yield path
        inner = tree.get("muc_con", [])
        yield from _paths(inner if isinstance(inner, list) else [inner], path)
