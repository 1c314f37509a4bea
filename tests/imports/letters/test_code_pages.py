"""Old code pages are turned into letters of today; lost letters are never guessed."""

import pytest

from kehoach_cli.imports.letters.code_pages import converted, decoded, unreadable_share
from tests.imports.samples import PLAN, data_of, draft_of

TITLE = "øng dông c«ng nghÖ th«ng tin trong ho¹t ®éng cña c¬ quan nhµ n\xadíc tØnh Hßa An n¨m 2026"


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("TCVN3", "KÕ ho¹ch øng dông c«ng nghÖ th«ng tin", "Kế hoạch ứng dụng công nghệ thông tin"),
        (
            "VNI",
            "Keá hoaïch öùng duïng coâng ngheä thoâng tin",
            "Kế hoạch ứng dụng công nghệ thông tin",
        ),
        ("VNI", "ÑAÕ COÙ ÔÛ ÑAÂY", "ĐÃ CÓ Ở ĐÂY"),
    ],
)
def test_letters_of_an_old_code_page_are_turned(page: str, old: str, new: str) -> None:
    assert converted(old, page) == new


def test_a_text_tells_its_code_page() -> None:
    assert decoded([TITLE] * 3) == "TCVN3"
    assert decoded([PLAN]) == ""


def test_a_draft_is_in_letters_of_today() -> None:
    draft = draft_of(f"I. MôC TI£U\n{TITLE}.\n{TITLE}.\n")
    assert "công nghệ thông tin trong hoạt động của cơ quan nhà nước" in draft.text
    assert draft.remarks[0].text == "chữ TCVN3"


def test_lost_letters_are_told_of_and_stay_lost() -> None:
    lost = "Hi n tr ng ng d ng công ngh thông tin trong n i b các cơ quan nhà nư c c a t nh ta"
    data = data_of(f"I. HI N TR NG\n{lost}.\n{lost} năm nay.\n")
    assert data["noi_dung"][0]["doan_van"].startswith("Hi n tr ng ng d ng")
    assert "không phải tiếng Việt" in draft_of(f"I. M\n{lost}.\n{lost}.\n").remarks[0].text


def test_a_few_words_tell_nothing() -> None:
    assert unreadable_share("LAN WAN CSDL") == 0
