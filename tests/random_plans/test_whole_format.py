"""Random whole plans over the whole format, put through everything.

The plans come from the declarations (`strategy.py`). When a field is added:

* of a known kind: nothing to do; of a new kind, or a new `Parsed`: a test here names the field
  until `KINDS` or `PARSED` knows what is typed there;
* a value that must fit the rest of the plan (a code, a key, a file): an entry in `OWN`; what it
  may name stands in `World`;
* a field that excludes others of its record: the record's function in `RECORDS`;
* a text that never reaches the paper, or only changed: an entry in `paper.UNPRINTED`;
* one that changes which rows or sums a table has: `sums.table`, `sums.own_table` or `sums.added`,
  by hand and apart from `kehoach_cli.plan`, since the two are held against each other;
* a value that `{{ }}` may name: `strategy.expressions`, and what it prints in `answers.answer`.

Some plans stand in several files (`kem_tep`), some lean on a profile (`kehoach.yaml`), some are
printed on a base as well.

KEHOACH_RANDOM_PLANS=5000 tries that many plans, each run others; without it few and always the
same. KEHOACH_RANDOM_SDK: one file in so many goes through the Open XML SDK, which takes a second.
"""

import io
import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kehoach_cli.checks.checker import faults_of, in_words
from kehoach_cli.cli.formats import FORMATS, Work, prepare
from kehoach_cli.cli.load import Loaded
from kehoach_cli.cli.resources import PROFILE
from kehoach_cli.plan.kinds import ListOf, Parsed
from kehoach_cli.plan.model import Plan, Profile
from kehoach_cli.plan.reader import read_plan, read_profile
from kehoach_cli.plan.records import Field, fields_of
from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.text import Source, read_source
from kehoach_cli.vietnamese.units import MoneyUnit
from tests.document.docx import bases
from tests.document.xlsx import books
from tests.gates import audit_gate, integrity_gate, sdk_gate, structure_gate
from tests.pictures import picture

from . import figures, paper, sums
from .answers import answer
from .money import printed
from .strategy import Maker, declared_records, has_strategy
from .typed import Tree, parted, spelled
from .world import PICTURES, worlds

WANTED = int(os.environ.get("KEHOACH_RANDOM_PLANS", "0"))
BASED = 5
"""One plan in so many is printed on a base, too."""
BASES = (bases.saved(bases.red), bases.default())
EVERY = int(os.environ.get("KEHOACH_RANDOM_SDK", "20"))
COMMON = settings(
    deadline=None,
    derandomize=not WANTED,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=bool(WANTED),
    # A whole plan takes minutes to make smaller, and tells no more.
    phases=(Phase.generate,),
)
PLANS = settings(COMMON, max_examples=WANTED or 25)
FILES = dict(
    zip(
        PICTURES,
        (picture("png", (1, 1)), picture("jpeg", (150, 75)), picture("png", (30, 900))),
        strict=True,
    )
)
"""The pictures in the folder of every random plan."""

EXPECTED = {
    *("KH016", "KH028", "KH029", "KH031", "KH032", "KH035", "KH037", "KH040", "KH047", "KH049"),
    *("KH060", "KH061", "KH062", "KH063", "KH064"),
    *("KH054", "KH055", "KH056", "KH058"),
}
"""Findings that a plan may have and still be one that the strategy calls valid."""


@dataclass(frozen=True)
class Made:
    """A random plan: its text, and the data that the text spells."""

    text: str
    tree: Tree = field(default_factory=dict, repr=False)
    files: dict[str, str] = field(default_factory=dict)
    profile: str = ""
    asked: list[str] = field(default_factory=list)

    def loaded(self) -> Loaded:
        source = read_source("a.yaml", self.text.encode("utf-8"))
        profile: Profile | None = None
        faults: list[Fault] = []
        if self.profile:
            profile, faults = read_profile(read_source(PROFILE, self.profile.encode("utf-8")))
        reading = read_plan(source, profile, self.opened, _picture)
        ignored = tuple(profile.quy_tac_bo_qua or ()) if profile else ()
        return Loaded(reading, [*in_words(faults), *faults_of(reading)], ignored=ignored)

    def work(self, base: str | None = None) -> Work:
        return prepare(self.loaded(), draft=False, base=base)

    def opened(self, name: str) -> Source:
        if name not in self.files:
            raise CannotAttachError("không có tệp ấy")
        return read_source(name, self.files[name].encode("utf-8"))


def _picture(name: str) -> bytes:
    """What stands in the plan's folder under a name."""
    if name not in FILES:
        raise CannotAttachError("không có tệp ấy")
    return FILES[name]


@st.composite
def plans(draw: st.DrawFn) -> Made:
    world = draw(worlds())
    maker = Maker(draw, world)
    tree = maker.record(Plan)
    typed, profile = dict(tree), {}
    if draw(st.integers(0, 2)) == 2:
        profile = maker.record(Profile) | _moved(typed, draw)
    files: dict[str, str] = {}
    if draw(st.integers(0, 2)) == 2:
        typed = parted(typed, draw, files)
    told = spelled(profile, draw) if profile else ""
    return Made(spelled(typed, draw), tree, files, told, world.asked)


def _moved(typed: Tree, draw: st.DrawFn) -> Tree:
    """Take from a plan what its unit's profile may say for it."""
    found = {key: typed.pop(key) for key in ("nguon_von", "phan_nhom") if key in typed}
    van_ban = dict(typed["van_ban"])
    keys = draw(st.lists(st.sampled_from(list(van_ban)), unique=True, max_size=len(van_ban) - 1))
    if keys:
        found["van_ban"] = {key: van_ban.pop(key) for key in keys}
        typed["van_ban"] = van_ban
    return found


def write(work: Work, form: str) -> bytes:
    file = io.BytesIO()
    FORMATS[form].write(work, file)
    return file.getvalue()


@PLANS
@given(plans())
def test_a_random_plan_stands_whole_in_every_file(made: Made) -> None:
    loaded = made.loaded()
    wrong = [x for x in loaded.faults if x.rule.id not in EXPECTED]
    for found in loaded.findings():
        end = len(found.span.source.text)
        assert 0 <= found.span.start <= found.span.end <= end + 1, found
    assert not wrong, [(x.rule.id, x.span.first.line, x.message) for x in wrong]
    work = prepare(loaded, draft=False)
    forms = {"docx", "txt", "html", "json"} | ({"xlsx"} if paper.tables(made.tree) else set())
    files = {form: write(work, form) for form in sorted(forms)}
    again = made.work()
    assert {form: write(again, form) for form in files} == files
    _check_word(made, files["docx"])
    if "xlsx" in files:
        _check_workbook(made, files["xlsx"])
    _check_totals(made, json.loads(files["json"]))
    _check_answers(made, paper.all_text(paper.opened(files["docx"])))
    _check_answers(made, paper.without_tags(files["html"].decode("utf-8")))
    if len(files["docx"]) % BASED == 0:
        _check_base(made, files["docx"])
    for form in ("txt", "html"):
        assert files[form].decode("utf-8")


@settings(COMMON, max_examples=6)
@given(plans())
def test_the_time_of_a_check_grows_as_the_plan_does(made: Made) -> None:
    assert _seconds(made, 48) < 2.5 * 8 * _seconds(made, 6)


def _seconds(made: Made, times: int) -> float:
    """How long the check of a plan takes whose outline stands there so many times."""
    tree = {**made.tree, "noi_dung": made.tree["noi_dung"] * times}
    longer = Made(spelled(tree, cast(st.DrawFn, _plainly)), tree)
    start = process_time()
    assert longer.loaded().findings()
    return process_time() - start


def _plainly(_: st.SearchStrategy[Any]) -> Any:
    """Every choice of spelling the first one."""
    return 0


def test_every_declared_field_has_a_strategy() -> None:
    """Fails, and names the field, where one is declared of a kind that is not known here."""
    for cls in declared_records():
        for key, found in fields_of(cls).items():
            assert has_strategy(cls, found), f"say in strategy.py what is typed at {cls}.{key}"


def test_a_field_of_an_unknown_kind_is_told() -> None:
    made: Field = Field("la", "Lạ", Parsed("lạ", str))
    assert not has_strategy(Plan, made)
    assert not has_strategy(Plan, made.but(kind=ListOf(Parsed("lạ", str))))


def _check_answers(made: Made, whole: str) -> None:
    """What `{{ }}` prints, wherever it prints, is what it comes to."""
    unit = MoneyUnit(made.tree["van_ban"]["don_vi_tien"])
    for number, expression in enumerate(made.asked):
        wanted = answer(expression, made.tree, unit)
        printed = paper.between(f"gt{number}:", f":het{number}x", whole)
        if wanted is not None:
            assert set(printed) <= {paper.squeezed(wanted)}, (expression, printed, wanted)


def _check_base(made: Made, plain: bytes) -> None:
    """On a base of the department's own nothing is lost, and every gate still opens."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "mau.docx"
        base.write_bytes(BASES[len(plain) % 2])
        data = write(made.work(str(base)), "docx")
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        structure_gate(path)
        audit_gate(path)
        integrity_gate(path)
    assert paper.letters(_words(data)) == paper.letters(_words(plain))


def _words(data: bytes) -> str:
    """The text without the numbers of pages, which the margins may change."""
    return re.sub(r"\d", "", paper.all_text(paper.opened(data)))


def _check_word(made: Made, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        structure_gate(path)
        audit_gate(path)
        integrity_gate(path)
        if len(data) % EVERY == 0:
            sdk_gate(path)
    file = paper.opened(data)
    paper.check_fields(file)
    assert paper.drawn(file) == paper.pictures(made.tree)
    whole = paper.all_text(file)
    assert "{{" not in whole
    assert "[chưa rõ" not in whole
    here = paper.letters(whole)
    for text in paper.printed(made.tree):
        lost = [piece for piece in paper.pieces(text) if piece not in here]
        assert not lost, (lost, text)
    for bang, table in zip(paper.tables(made.tree), paper.data_tables(file), strict=True):
        _check_table(bang, made.tree, paper.rows(table))


def _check_table(bang: Tree, plan: Tree, found: list[list[str]]) -> None:
    own = paper.has_own_rows_only(bang)
    rows = sums.own_table(bang) if own else sums.table(bang, plan)
    assert len(found) == len(rows), (found, rows)
    beside = any("don_vi_tinh" in sums.names(cot) for cot in sums.columns(bang))
    for row, cells in zip(rows, found, strict=True):
        for figure, cell in zip(row.figures, cells, strict=True):
            assert figure is None or cell == printed(figure), (row.kind, row.figures, cells)
        for cot, cell in zip(sums.columns(bang), cells, strict=True):
            if row.kind in ("item", "part") and sums.names(cot)[:1] == ["stt"]:
                typed = row.label == "x" and not cell  # one of two such columns is enough
                assert own or typed or cell == row.label, (row, cells)
            if row.kind == "item" and row.item and sums.is_of_targets(bang):
                _check_figure(row.item, sums.names(cot), cell, beside)
            if row.item and sums.names(cot) == ["ten"] and "^[" not in row.item["ten"]:
                lost = [x for x in paper.pieces(row.item["ten"]) if x not in paper.letters(cell)]
                assert row.kind == "group" or not lost, (lost, cell)


def _check_figure(target: Tree, names: list[str], cell: str, beside: bool) -> None:
    """A cell of a target: its figure, or a part of it. `beside`: the unit may have a column."""
    first = names[0] if len(names) == 1 else ""
    now = figures.now(target)
    wanted = cell
    if first == "hien_trang" or first.startswith("gia_tri."):
        figure = now if first == "hien_trang" else figures.at_time(target, first[8:])
        wanted = figures.beside(target, figure) if beside else figures.cell(target, figure)
    elif first in ("tu_so", "mau_so") and first in now:
        wanted = f"{printed(now[first].number)} {now[first].unit}".strip()
    assert cell == wanted, (first, target)


def _check_workbook(made: Made, data: bytes) -> None:
    tables = paper.tables(made.tree)
    pages, kept = books.sheets(data), books.sheets(data, values=True)
    for bang, page, values in zip(tables, pages, kept, strict=True):
        first = books.first_row(page)
        own = paper.has_own_rows_only(bang)
        rows = sums.own_table(bang) if own else sums.table(bang, made.tree)
        for number, row in enumerate(rows, first):
            for column, figure in enumerate(row.figures, 1):
                if figure is not None:
                    place = page.cell(number, column).coordinate
                    assert float(books.worked_out(page, place)) == pytest.approx(float(figure))
                    assert values[place].value == pytest.approx(float(figure))


def _check_totals(made: Made, found: Tree) -> None:
    items = made.tree.get("du_an", [])
    _check_sums(found["tong"], items, "")
    for measure, inner in found["tong"]["kinh_phi"].items():
        _check_sums(inner, items, measure)
    for attribute, groups in found["tong"]["theo_nhom"].items():
        for key, inner in groups.items():
            members = [x for x in items if str(x.get(attribute, "")).strip() == key]
            _check_sums(inner, members, "")


def _check_sums(found: Tree, items: list[Tree], measure: str) -> None:
    assert found["so_du_an"] == len(items)
    assert Decimal(found["tong"]) == sums.total(items, (measure, None, None))
    for time, amount in found["theo_nam"].items():
        assert Decimal(amount) == sums.total(items, (measure, time, None))
    for source, amount in found["theo_nguon"].items():
        assert Decimal(amount) == sums.total(items, (measure, None, source))
    for time, by_source in found["theo_nam_va_nguon"].items():
        for source, amount in by_source.items():
            assert Decimal(amount) == sums.total(items, (measure, time, source))
