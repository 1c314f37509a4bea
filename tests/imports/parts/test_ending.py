"""How a plan's text ends, and the posts of who signs it."""

import pytest

from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.outline.tree import outlined
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.imports.parts.ending import ending_of


def _ended(*texts: str) -> tuple[str, str]:
    """The closing sentence, and the last line left."""
    lines: list[Block] = [Line(text, f"dòng {number}") for number, text in enumerate(texts, 1)]
    root = outlined(lines)
    ending = ending_of(root)
    body = root.body_end()
    last = body[-1] if body else None
    return ending, last.text if isinstance(last, Line) else ""


@pytest.mark.parametrize("mark", ["./.", " ./.", "/.", ". /."])
def test_the_mark_at_the_end_is_taken_off_since_the_page_prints_it(mark: str) -> None:
    assert _ended("I. MỤC TIÊU", f"Nối mạng các xã{mark}") == ("", "Nối mạng các xã")


def test_a_sentence_that_closes_the_plan_is_no_part_of_its_last_section() -> None:
    texts = ("I. MỤC TIÊU", "Nối mạng.", "Trên đây là Kế hoạch năm 2026 của xã./.")
    assert _ended(*texts) == ("Trên đây là Kế hoạch năm 2026 của xã", "Nối mạng.")


@pytest.mark.parametrize("text", ["Trên đây là mục tiêu.", "Trên đây là mục tiêu; 7/2026."])
def test_without_the_mark_nothing_closes_the_plan(text: str) -> None:
    assert _ended("I. MỤC TIÊU", text) == ("", text)


def test_a_plan_without_sections_keeps_its_last_sentence() -> None:
    assert _ended("Nối mạng.", "Trên đây là tất cả./.") == ("", "Trên đây là tất cả")


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("PHÓ CHỦ TỊCH", "Phó Chủ tịch"),
        ("PHÓ GIÁM ĐỐC SỞ", "Phó Giám đốc sở"),
        ("CHÁNH VĂN PHÒNG", "Chánh Văn phòng"),
        ("TRƯỞNG PHÒNG", "Trưởng phòng"),
    ],
)
def test_posts_have_the_capitals_that_the_decree_fixes(capitals: str, name: str) -> None:
    assert Names("").cased(capitals) == name


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
        ("SỞ TÀI CHÍNH TỈNH LÀO CAI", "Sở Tài chính tỉnh Lào Cai"),
        ("GIÁM ĐỐC SỞ XÂY DỰNG", "Giám đốc Sở Xây dựng"),
        ("CHUYỂN ĐỔI SỐ CỦA BỘ CÔNG THƯƠNG", "Chuyển đổi số của Bộ Công Thương"),
        ("TĂNG CƯỜNG CƠ SỞ Y TẾ", "Tăng cường cơ sở y tế"),
    ],
)
def test_agencies_have_the_capitals_that_the_decree_fixes(capitals: str, name: str) -> None:
    assert Names("").cased(capitals) == name
