"""The plans of plans/: they read, print, pass every gate, and their figures are the registers'.

Figures are told from the YAML text alone, by a reckoning that knows nothing of the program's.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pytest
import yaml

from kehoach_cli.cli.load import load
from kehoach_cli.document.compose import compose_document
from kehoach_cli.document.docx.proof import prove
from tests.conftest import Run
from tests.document.docx.samples import LAW, W, tree
from tests.gates import all_gates

PLANS = sorted((Path(__file__).resolve().parents[1] / "plans").glob("*.yaml"))
MONEY = ("tong_kinh_phi", "von", "kinh_phi")

Item = dict[str, Any]
Split = dict[frozenset[str], Decimal]


@pytest.fixture(scope="module", params=PLANS, ids=lambda path: path.stem)
def plan(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def word(plan: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The plan's Word file, as the command writes it."""
    return rendered(plan, run, tmp_path_factory.mktemp("ra"))


def rendered(plan: Path, run: Run, folder: Path) -> bytes:
    status, _, err = run("render", str(plan), "-o", str(folder / "a.docx"))
    assert status == 0, err
    return (folder / "a.docx").read_bytes()


def test_there_are_plans() -> None:
    assert PLANS


def test_a_plan_checks_clean(plan: Path) -> None:
    assert load(str(plan)).findings() == []


def test_its_word_file_passes_every_gate(word: bytes) -> None:
    all_gates(word)


def test_its_word_file_is_proved_against_its_document(plan: Path, word: bytes) -> None:
    reading = load(str(plan)).reading
    assert reading.plan is not None
    prove(io.BytesIO(word), compose_document(reading.plan, reading.unit, LAW))


def test_it_gives_the_same_bytes_twice(plan: Path, word: bytes, run: Run, tmp_path: Path) -> None:
    assert rendered(plan, run, tmp_path) == word


def test_every_value_of_a_register_that_a_table_shows_is_there(plan: Path, word: bytes) -> None:
    for view in views(plan, word):
        for at, column in enumerate(view.columns):
            shown = squeezed(" ".join(row.get(at, "") for row in view.rows))
            for item in view.items:
                for part in with_parts(item):
                    missing = [text for text in texts(part, column) if text not in shown]
                    assert not missing, (plan.stem, column["gia_tri"])


def test_the_figures_of_a_column_are_those_of_the_register(plan: Path, word: bytes) -> None:
    for view in views(plan, word):
        for at, column in view.money():
            wanted = [first(part, column) for item in view.items for part in with_parts(item)]
            shown = [number(row.get(at, "")) for row in view.rows if row.kind == "item"]
            assert sorted(filter(None, shown)) == sorted(filter(None, wanted)), column


def test_the_sums_of_a_table_are_the_sums_of_the_register(plan: Path, word: bytes) -> None:
    for view in views(plan, word):
        totals = [row for row in view.rows if row.kind == "total"]
        assert len(totals) == view.totals()
        for at, column in view.money():
            summed = bare(column.get("cong", "co")) == "co"
            wanted = counted_total(view.items, column) if summed else None
            assert [number(row.get(at, "")) for row in totals] == [wanted] * len(totals)


def test_the_sums_of_the_groups_are_the_sum_of_the_table(plan: Path, word: bytes) -> None:
    for view in views(plan, word):
        groups = [row for row in view.rows if row.kind == "group"]
        for at, column in view.money():
            shown = [found for row in groups if (found := number(row.get(at, ""))) is not None]
            if shown:
                assert sum(shown) == counted_total(view.items, column)


# ---- what the YAML says -----------------------------------------------------------------------


def bare(text: str) -> str:
    """ "Liên tục" → "lien_tuc"."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "_".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def number(text: str) -> Decimal | None:
    return Decimal(text.replace(".", "").replace(",", ".")) if text else None


def tables_of(node: object) -> Iterator[Item]:
    """The tables under a node, in the order in which they stand."""
    if isinstance(node, list):
        for inner in node:
            yield from tables_of(inner)
    elif isinstance(node, dict):
        for key, inner in node.items():
            if key == "bang":
                yield from inner if isinstance(inner, list) else [inner]
            else:
                yield from tables_of(inner)


def leaves(columns: list[Item]) -> Iterator[Item]:
    for column in columns:
        yield from leaves(column["cot"]) if "cot" in column else [column]


def paths(column: Item) -> list[str]:
    named = column.get("gia_tri", [])
    return [named] if isinstance(named, str) else named


def with_parts(item: Item) -> Iterator[Item]:
    yield item
    for part in item.get("hang_con", ()):
        yield from with_parts(part)


def flat(node: Any, keys: frozenset[str] = frozenset()) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Each figure of a split with the keys that lead to it; "tong" leads nowhere further."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from flat(inner, keys if key == "tong" else keys | {key})
    elif (found := number(node)) is not None:
        yield keys, found


def part_of(split: Split, wanted: frozenset[str]) -> Decimal | None:
    """A stated figure, else the sum of its parts: by year where there are years."""
    if wanted in split:
        return split[wanted]
    below = {keys for keys in split if wanted < keys}
    years = {key for keys in below for key in keys - wanted if re.match(r"\d{4}", key)}
    if years:
        return sum((part_of(split, wanted | {year}) or Decimal(0) for year in years), Decimal(0))
    return sum((split[keys] for keys in below), Decimal(0)) if below else None


def money(item: Item, path: str) -> Decimal | None:
    head, *rest = path.split(".")
    if head == "tong_kinh_phi":
        stated = number(item.get(head, ""))
        return money(item, "von") if stated is None else stated
    split = item.get(head, {})
    if head == "kinh_phi":
        split = split.get(rest.pop(0), {})
    return part_of(dict(flat(split)), frozenset(rest) - {"tong"})


def first(item: Item, column: Item) -> Decimal | None:
    found = (money(item, path) for path in paths(column))
    return next((amount for amount in found if amount is not None), None)


def counted(item: Item, column: Item) -> Decimal:
    """What an item adds to a sum: its money, and that of parts that say so or have to."""
    own = first(item, column)
    total = Decimal(0) if own is None or said(item) == "khong" else own
    for part in item.get("hang_con", ()):
        if said(part) == "co" or (not said(part) and own is None):
            total += first(part, column) or Decimal(0)
    return total


def said(item: Item) -> str:
    """Whether an item says that it counts: "co", "khong" or ""."""
    answers = {"true": "co", "false": "khong"}
    answer = bare(item.get("tinh_vao_tong", ""))
    return answers.get(answer, answer)


def counted_total(items: list[Item], column: Item) -> Decimal:
    return sum((counted(item, column) for item in items), Decimal(0))


def texts(item: Item, column: Item) -> list[str]:
    """The lines that a text column shows of an item, less what the program works out."""
    for path in paths(column):
        found: Any = item
        for key in path.split("."):
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, str) and not path.startswith(MONEY):
            lines = (squeezed(re.sub(r"^\s*[-+] ", "", line)) for line in found.split("\n"))
            return [line for line in lines if line and "{{" not in line]
    return []


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00a0", " ").split())


# ---- what the page says -----------------------------------------------------------------------


class Line(NamedTuple):
    """A row: the text in each column, where its cells are told apart by columns."""

    kind: str
    cells: dict[int, str]

    def get(self, at: int, default: str) -> str:
        return self.cells.get(at, default)


class View(NamedTuple):
    """A table of the plan with the rows it has on paper."""

    table: Item
    items: list[Item]
    columns: list[Item]
    rows: list[Line]

    def money(self) -> list[tuple[int, Item]]:
        return [
            (at, column)
            for at, column in enumerate(self.columns)
            if any(path.split(".")[0] in MONEY for path in paths(column))
        ]

    def totals(self) -> int:
        wanted = {"dau": 1, "cuoi": 1, "ca_hai": 2, "khong": 0}
        return wanted[bare(self.table.get("tong_cong", "cuoi"))] if self.money() else 0


def views(plan: Path, word: bytes) -> list[View]:
    """The tables that show a register, with their rows in the Word file."""
    said = yaml.load(plan.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    asked = [*tables_of(said.get("noi_dung")), *tables_of(said.get("phu_luc"))]
    printed = [found for found in tree(word)[0].findall(f"{W}tbl") if is_headed(found)]
    assert len(asked) == len(printed)
    found = []
    for table, rows in zip(asked, printed, strict=True):
        items = said.get(table.get("nguon", "du_an"), [])
        if "chon" in table:
            items = [item for code in table["chon"] for item in items if item.get("ma") == code]
        if "hang" not in table:
            total = table.get("ten_tong_cong", "Tổng cộng")
            found.append(View(table, items, list(leaves(table["cot"])), list(lines(rows, total))))
    return found


def is_headed(table: Element) -> bool:
    return next(table.iter(f"{W}tblHeader"), None) is not None


def lines(table: Element, total: str) -> Iterator[Line]:
    for row in table.findall(f"{W}tr"):
        if row.find(f"{W}trPr/{W}tblHeader") is None:
            cells = dict(placed(row))
            styles = [style.get(f"{W}val", "") for style in row.iter(f"{W}pStyle")]
            summed = any(style.startswith("ONhom") for style in styles)
            titled = any(text.startswith(total) for text in cells.values())
            yield Line("total" if summed and titled else "group" if summed else "item", cells)


def placed(row: Element) -> Iterator[tuple[int, str]]:
    at = 0
    for cell in row.findall(f"{W}tc"):
        yield at, "\n".join("".join(p.itertext()) for p in cell.findall(f"{W}p"))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        at += 1 if span is None else int(span.get(f"{W}val", ""))
