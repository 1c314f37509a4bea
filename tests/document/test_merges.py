"""Cells merged downwards: where they are parted, and which rows stay together under them."""

import pytest

from kehoach_cli.document.merges import part_merges
from kehoach_cli.document.model import Cell, Document, Table
from kehoach_cli.document.pieces import Merged, Piece, held_together
from tests.document.as_text import LAYOUT, document, rows, tables

LONG = "Sở Khoa học và Công nghệ, Văn phòng Ủy ban nhân dân tỉnh, các xã, phường " * 3


def merged(*runs: tuple[str, int], before: int = 0) -> Document:
    """An appendix: so many lines, then a table whose second column has runs of equal cells."""
    cells = [text for text, count in runs for _ in range(count)]
    lines = "".join(f"    Dòng {n}.\n" for n in range(before))
    lead = f"  doan_van: |\n{lines}" if lines else ""
    body = "".join(f"    - [V{at}, '{text}']\n" for at, text in enumerate(cells))
    cot = "[{ten: A, rong: 100}, {ten: B, gop_o: có}]"
    table = f"  bang:\n    co_chu: 11\n    cot: {cot}\n    hang:\n{body}"
    return document(f"phu_luc:\n- ten: P\n{lead}{table}")


def parted(found: Document) -> tuple[Table, list[int]]:
    """The table of the appendix, and the rows at which what its merged cells say begins."""
    (table,) = tables(part_merges(found, LAYOUT), 1)
    return table, [at for at, row in enumerate(table.rows) if "^" not in rows(table)[at + 1]]


def test_a_cell_that_stays_on_its_page_is_one() -> None:
    table, starts = parted(merged(("Sở", 30)))
    assert starts == [0]
    assert table.kept == {0, 28}


def test_a_cell_is_parted_where_the_page_breaks_and_nowhere_else() -> None:
    table, starts = parted(merged(("Sở", 100)))
    assert [rows(table)[at + 1].partition("|")[2] for at in starts] == ["Sởv"] * 3
    first, second, third = starts
    assert first == 0
    assert 35 < second < third - 35 < 50
    assert table.kept == {first, second, third, 98}


def test_the_last_row_of_a_page_alone_is_not_merged() -> None:
    for before in range(20, 40):
        table, starts = parted(merged(("Một", 4), ("Hai", 4), before=before))
        if 3 in starts:
            assert rows(table)[4] == "V3|Một"
            return
    pytest.fail("no page broke before the fourth row")


def test_a_run_on_one_page_is_kept_as_far_as_its_text_needs_rows() -> None:
    found = merged((LONG, 9))
    table, starts = parted(found)
    assert starts == [0]
    kept = table.kept - {7}
    assert kept == set(range(len(kept)))
    assert 2 < len(kept) < 7


def test_a_run_too_short_for_its_text_is_kept_whole() -> None:
    table, _ = parted(merged(("Một", 1), ("Hai", 1), (LONG, 2), ("Ba", 4)))
    assert table.kept == {0, 2, 4, 6}


@pytest.mark.parametrize("before", range(24, 36))
def test_a_run_never_begins_where_its_text_finds_no_room(before: int) -> None:
    _, starts = parted(merged(("Một", 3), (LONG, 6), before=before))
    assert starts in ([0, 3], [0, 1, 3], [0, 2, 3])


def test_a_document_without_merged_cells_stays_as_it_is() -> None:
    found = document("noi_dung: [{muc: M, bang: {cot: [{ten: A}], hang: [[a], [a]]}}]")
    assert part_merges(found, LAYOUT) is found


def test_tables_beside_the_merged_ones_stay_as_they_are() -> None:
    plain = "- {muc: M, bang: {cot: [{ten: A}], hang: [[a], [a]]}}\n"
    alike = "- {muc: N, bang: {cot: [{ten: A, gop_o: có}], hang: [[a], [a]]}}\n"
    found = part_merges(document(f"noi_dung:\n{plain}{alike}"), LAYOUT)
    one, two = tables(found)
    assert one.rows == [("a",), ("a",)]
    assert two.rows == [(Cell("a", down="start"),), (Cell("", down="on"),)]


@pytest.mark.parametrize(("height", "held"), [(20.0, [True, False]), (80.0, [False, False])])
def test_the_first_rows_of_a_merged_cell_stand_together_unless_they_are_heavy(
    height: float, held: list[bool]
) -> None:
    rows = [Piece(1, height, merged=(Merged(0, 5.0, last),)) for last in (False, True)]
    assert [*held_together(rows)] == held
