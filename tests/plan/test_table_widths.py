"""Tables wider than their page are told before they are printed."""

from pathlib import Path

import pytest

from kehoach_cli.document.layout import read_layout
from kehoach_cli.plan.resolve import resolve
from kehoach_cli.plan.table_widths import (
    PADDING,
    WIDEST,
    least_width,
    longest_pieces,
    page_room,
    room_needed,
)
from kehoach_cli.source.faults import Fault
from kehoach_cli.vietnamese.letter_widths import text_width
from tests.conftest import ReadPlan

ROOT = Path(__file__).parent.parent.parent


def told(plan: ReadPlan, text: str) -> list[Fault]:
    reading = plan(text)
    assert reading.plan
    found = resolve(reading.plan, reading.unit)
    return [fault for fault in found if fault.rule in ("KH038", "KH054")]


def columns(count: int, name: str = "Nghiêng") -> str:
    return "[" + ", ".join([f"{{ten: {name}}}"] * count) + "]"


@pytest.mark.parametrize("landscape", [False, True])
def test_the_room_is_that_of_the_layout(landscape: bool) -> None:
    page = read_layout(ROOT / "templates" / "the-thuc" / "nd30-2020.toml").page
    assert page_room(landscape=landscape) == page.text_width(landscape)


def test_a_table_wider_than_its_page_is_told_with_what_is_missing(plan: ReadPlan) -> None:
    (found,) = told(plan, f"noi_dung: [{{muc: A, bang: {{cot: {columns(12)}}}}}]")
    wide = 12 * (text_width("Nghiêng", 11, bold=True) + PADDING)
    assert (found.rule, found.facts["near"]) == ("KH054", "ngang")
    assert 0 <= int(found.facts["missing"]) - (wide - 165) < 1


@pytest.mark.parametrize(
    "text",
    [
        "noi_dung: [{muc: A, bang: {kho_giay: ngang, cot: %s}}]",
        "noi_dung: [{muc: A}]\nphu_luc: [{ten: P, kho_giay: ngang, bang: {cot: %s}}]",
    ],
)
def test_a_landscape_page_has_more_room(plan: ReadPlan, text: str) -> None:
    assert told(plan, text % columns(12)) == []
    (found,) = told(plan, text % columns(18))
    assert (found.rule, found.facts["near"]) == ("KH054", "")


@pytest.mark.parametrize(
    ("table", "limit"), [(columns(40, "A"), 25), (columns(24, "Nghiênghiênghiêng"), 5)]
)
def test_a_table_that_nobody_could_read_is_refused(plan: ReadPlan, table: str, limit: int) -> None:
    (found,) = told(plan, f"noi_dung: [{{muc: A, bang: {{cot: {table}}}}}]")
    assert (found.rule, int(found.facts["limit"])) == ("KH038", limit)


def test_the_longest_word_of_a_column_counts_wherever_it_stands() -> None:
    texts = ["a b"] * 100 + ["Nghiêng 1.204.500"] + ["a b"] * 100
    assert least_width("", longest_pieces(texts), 11) == text_width("1.204.500", 11) + PADDING
    assert least_width("Xã", longest_pieces(["x" * 90]), 11) == WIDEST + PADDING


def test_the_room_needed_follows_size_and_given_widths(plan: ReadPlan) -> None:
    def needed(bang: str) -> float:
        found = plan(f"noi_dung: [{{muc: A, bang: {{{bang}}}}}]").plan
        assert found
        (table,) = [item.bang for item in (found.noi_dung or [])[0].body() if item.bang]
        return room_needed(table, found)

    assert needed(f"co_chu: 13, cot: {columns(8)}") > needed(f"cot: {columns(8)}")
    own = f"cot: [{{ten: A, rong: 60}}, {columns(8)[1:]}, hang: [['{{{{ muc.a }}}}', '**b**']]"
    assert needed(own) == pytest.approx(60 + needed(f"cot: {columns(8)}"))
    assert needed(f"cot: {columns(3)}") == 0
    money = "{gia_tri: tong_kinh_phi}, "
    assert needed(f"nguon: du_an, cot: [{money * 6}]") > 6 * PADDING
