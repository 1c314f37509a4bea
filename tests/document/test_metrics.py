"""Widths of text and where lines break, against the measured facts of the decree's header."""

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.document.metrics import break_balanced, wrap
from kehoach_cli.vietnamese.letter_widths import text_width

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
SYLLABLES = "chuyển đổi số, và ủy ban nhân dân tỉnh Lào Cai giai đoạn 2021 - 2025 năm 2026 (CNTT)"
TEXTS = st.lists(st.sampled_from(SYLLABLES.split()), min_size=1, max_size=40).map(" ".join)
WIDTHS = st.floats(25, 200)


@pytest.mark.parametrize(
    ("text", "size", "width"),
    [
        (QUOC_HIEU, 12, 88.3),
        (QUOC_HIEU, 13, 95.7),
        (QUOC_HIEU, 14, 103.0),
        (TIEU_NGU, 13, 56.1),
        (TIEU_NGU, 14, 60.5),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 13, 70.2),
        ("TM. ỦY BAN NHÂN DÂN", 14, 56.9),
    ],
)
def test_bold_widths_are_the_measured_ones(text: str, size: float, width: float) -> None:
    assert text_width(text, size, bold=True) == pytest.approx(width, abs=0.05)


def test_each_face_has_its_own_widths() -> None:
    faces = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    sample = "Ủy ban nhân dân tỉnh"
    assert len({text_width(sample, 14, bold=b, italic=i) for b, i in faces}) == 4


def test_every_vietnamese_letter_is_as_wide_as_its_base() -> None:
    marks = ["", *"\u0300\u0301\u0303\u0309\u0323"]
    for base in "aăâeêoôuyAĂÂEÊOÔUY":
        composed = [unicodedata.normalize("NFC", base + mark) for mark in marks]
        assert len({text_width(letter, 14) for letter in composed}) == 1


@pytest.mark.parametrize("mark", ["\u0301", "\u200b", "\u00ad"])
def test_marks_and_hidden_characters_take_no_room(mark: str) -> None:
    assert text_width(f"x{mark}", 14) == text_width("x", 14)


def test_a_strange_character_counts_as_an_ordinary_letter() -> None:
    assert text_width("i", 14) < text_width("漢", 14) < text_width("M", 14)


def test_spaces_that_do_not_break_are_as_wide_as_others() -> None:
    assert text_width("\u00a0", 14) == text_width(" ", 14) > 0


@given(TEXTS, TEXTS, st.integers(8, 20))
def test_widths_add_up_and_grow_with_the_size(one: str, other: str, size: int) -> None:
    both = text_width(one + other, size)
    assert both == pytest.approx(text_width(one, size) + text_width(other, size))
    assert both == pytest.approx(size * text_width(one + other, 1))


@given(TEXTS, WIDTHS)
def test_wrapped_lines_fit_are_full_and_lose_nothing(text: str, width: float) -> None:
    lines = wrap(text, width, 13)
    assert " ".join(lines) == text
    assert all(text_width(line, 13) <= width + 1e-3 for line in lines)
    for line, following in pairwise(lines):
        assert text_width(f"{line} {following.split()[0]}", 13) > width


@given(TEXTS, WIDTHS)
def test_balanced_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = break_balanced(text, width, 13, bold=True)
    assert " ".join(lines) == text
    assert all(text_width(line, 13, bold=True) <= width + 1e-3 for line in lines)
    assert len(lines) <= len(wrap(text, width, 13, bold=True)) + 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\n\nb", ["a", "", "b"]),
        ("giai đoạn 2016-2020", ["giai đoạn 2016-", "2020"]),
        (
            "x\u00a0x" * 9,
            ["x\u00a0xx\u00a0xx\u00a0xx\u00a0xx\u00a0x", "x\u00a0xx\u00a0xx\u00a0xx\u00a0x"],
        ),
    ],
)
def test_lines_break_at_feeds_hyphens_and_inside_long_words(text: str, lines: list[str]) -> None:
    assert wrap(text, 32, 14) == lines


def test_a_letter_wider_than_the_column_still_gets_its_line() -> None:
    assert wrap("WW", 1, 14) == ["W", "W"]
    assert break_balanced("WW", 1, 14) == ["W", "W"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (60, ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"]),
        (60, ["ỦY BAN NHÂN DÂN", "TỈNH TIỀN GIANG"]),
        (60, ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG", "TỈNH BẮC NINH"]),
        (60, ["ỦY BAN NHÂN DÂN", "XÃ MỸ THO"]),
        (65, ["PHÒNG VĂN HÓA - XÃ HỘI", "XÃ TÂN PHÚ ĐÔNG"]),
        (55, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH"]),
        (100, ["Phát triển kinh tế - xã hội", "xã Tân Phú Đông năm 2026"]),
        (70, ["KT. TRƯỞNG PHÒNG", "VĂN HÓA - XÃ HỘI"]),
        (
            150,
            [
                "Ứng dụng công nghệ thông tin trong hoạt động",
                "của cơ quan nhà nước tỉnh Tuyên Quang giai đoạn 2016 - 2020",
            ],
        ),
        (
            110,
            [
                "Phát triển kinh tế số, xã hội số và bảo đảm",
                "an toàn thông tin mạng trên địa bàn",
                "thành phố Huế, định hướng đến năm 2030",
            ],
        ),
    ],
)
def test_names_and_titles_break_by_sense(width: float, lines: list[str]) -> None:
    assert break_balanced(" ".join(lines), width, 13, bold=True) == lines


@given(st.integers(2000, 2099), st.integers(60, 160))
def test_a_year_is_not_parted_from_its_word(year: int, width: int) -> None:
    title = f"Chuyển đổi số của các cơ quan nhà nước giai đoạn {year} - {year + 4}, năm {year}"
    for line in break_balanced(title, width, 13):
        assert line.split()[-1] not in {"năm", "giai", "đoạn", "-", "của", "các"}
        assert line[0] not in "-–2"


def test_one_line_stays_one_line() -> None:
    assert break_balanced("Chuyển đổi số năm 2026", 150, 14) == ["Chuyển đổi số năm 2026"]
    assert break_balanced("", 150, 14) == [""]


def test_the_widths_are_read_in_a_moment() -> None:
    script = (
        "import time; from kehoach_cli.vietnamese.letter_widths import text_width;"
        "start = time.perf_counter(); text_width('a', 14); print(time.perf_counter() - start)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert float(run.stdout) < 0.05
