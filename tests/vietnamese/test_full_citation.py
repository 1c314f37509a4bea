"""Citations typed in haste, in full."""

import pytest

from kehoach_cli.vietnamese.full_citation import in_full

_57 = (
    "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển "
    "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"
)
_30 = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("nghị quyết 57-nq/tw", _57),
        ("nghi quyet so 57-NQ/TW", _57),
        ("57-NQ/TW", _57),
        ("nghị định số 30/2020/nd-cp", _30),
        ("Luật chuyển đổi số", "Luật Chuyển đổi số ngày 11 tháng 12 năm 2025"),
        (
            "luật chuyển đổi số 148/2025/qh15",
            "Luật Chuyển đổi số số 148/2025/QH15 ngày 11 tháng 12 năm 2025",
        ),
        ("kế hoạch 12/kh-ubnd", "Kế hoạch số 12/KH-UBND"),
        ("nghị quyết 12-nq/tu về chuyển đổi số", "Nghị quyết số 12-NQ/TU về chuyển đổi số"),
    ],
)
def test_what_is_known_of_a_document_is_filled_in(typed: str, full: str) -> None:
    assert in_full(typed) == full


@pytest.mark.parametrize(
    "typed",
    [
        "Nghị quyết số 12-NQ/TU ngày 03/4/2026 của Tỉnh ủy về chuyển đổi số",
        "Luật Giao dịch điện tử",  # of 2005 and of 2023
        "Công văn của Sở Nội vụ",
        "Nghị định số 30/2020/NĐ-CP, Nghị định số 13/2023/NĐ-CP",
        "12/xyz/abc",
    ],
)
def test_what_is_not_known_stays_as_typed(typed: str) -> None:
    assert in_full(typed) == typed


def test_a_document_of_another_year_is_another_one() -> None:
    told = in_full("quyết định 749/qđ-ttg năm 2019 về phố cổ")
    assert told == "Quyết định số 749/QĐ-TTg năm 2019 về phố cổ"


def test_no_typed_word_is_lost() -> None:
    typed = "Thực hiện nghị định 30/2020/nđ-cp và văn bản hướng dẫn"
    assert in_full(typed) == "Thực hiện nghị định 30/2020/NĐ-CP và văn bản hướng dẫn"
