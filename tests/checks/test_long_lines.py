"""Lines longer than any paragraph are looked at piece by piece."""

import pytest

from kehoach_cli.checks import blocks
from kehoach_cli.checks.blocks import Line, blocks_of
from tests.conftest import ReadPlan


def lines(plan: ReadPlan, text: str) -> list[Line]:
    read = plan(f"noi_dung:\n- muc: A\n  doan_van: {text}\n").plan
    assert read is not None
    (block,) = blocks_of(read)
    return block.lines


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Một câu. Hai câu", ["Một câu.", " Hai câu"]),
        ("không có dấu chấm nào", ["không có", " dấu chấm", " nào"]),
        ("mộttừdàihơncảdòng", ["mộttừdàihơ", "ncảdòng"]),
        ("vừa đủ đây", ["vừa đủ đây"]),
    ],
)
def test_a_line_is_cut_behind_a_sentence_or_a_word(
    plan: ReadPlan, monkeypatch: pytest.MonkeyPatch, line: str, pieces: list[str]
) -> None:
    monkeypatch.setattr(blocks, "_LONGEST", 10)
    assert [one.text for one in lines(plan, line)] == pieces
    assert "".join(pieces) == line


def test_each_piece_knows_its_place(plan: ReadPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_LONGEST", 10)
    span = lines(plan, "Một câu. Hai câu")[1].span(1, 4)
    assert (span.first.line, span.first.column) == (3, len("  doan_van: Một câu. ") + 1)
