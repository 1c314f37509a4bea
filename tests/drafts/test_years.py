"""Years moved from one period to another."""

import pytest

from kehoach_cli.drafts.years import Move
from kehoach_cli.vietnamese.periods import parse_period

YEAR = Move(parse_period("2014"), parse_period("2015"))
YEARS = Move(parse_period("2016-2020"), parse_period("2021-2025"))


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Kế hoạch năm 2014", "Kế hoạch năm 2015"),
        ("kết quả năm 2013 và năm 2014", "kết quả năm 2014 và năm 2015"),
        ("NĂM 2014", "NĂM 2015"),
        ("Quyết định ngày 01 tháng 11 năm 2013", "Quyết định ngày 01 tháng 11 năm 2013"),
        ("Nghị quyết số 36a/NQ-CP ngày 14/10/2014", "Nghị quyết số 36a/NQ-CP ngày 14/10/2014"),
        ("Quyết định số 12/2014/QĐ-UBND", "Quyết định số 12/2014/QĐ-UBND"),
        ("đến năm 2020", "đến năm 2020"),
        ("cần {{ tong.nam_2014 | tien }} trong năm 2014",
         "cần {{ tong.nam_2015 | tien }} trong năm 2015"),
        ("xem {{ phu_luc.nam_2013 }}", "xem {{ phu_luc.nam_2014 }}"),
        ("năm 2013, 2014", "năm 2014, 2015"),
        ("có 2014 máy", "có 2014 máy"),
        ("xong trước ngày 15/12/2014", "xong trước ngày 15/12/2015"),
        ("trước ngày 15 tháng 12 năm 2014", "trước ngày 15 tháng 12 năm 2015"),
        ("chậm nhất là trước 15-12-2014", "chậm nhất là trước 15-12-2015"),
        ("trong tháng 6/2014; quý II, III năm 2014", "trong tháng 6/2015; quý II, III năm 2015"),
        ("Quý IV/2013 và trước tháng 3/2014", "Quý IV/2014 và trước tháng 3/2015"),
        ("tính đến ngày 15/12/2013", "tính đến ngày 15/12/2013"),
        ("trước ngày 01/7/2010", "trước ngày 01/7/2010"),
    ],
)  # fmt: skip
def test_years_of_a_text(text: str, moved: str) -> None:
    assert YEAR.words(text) == moved


def test_when_work_is_due_in_the_new_period_is_told() -> None:
    text = "Báo cáo trước  ngày 15/12/2015; quý II/2014; ngày 12/01/2015; hạn 30/6/2015."
    assert YEAR.due(text) == ["trước ngày 15/12/2015", "hạn 30/6/2015"]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("giai đoạn 2016-2020", "giai đoạn 2021-2025"),
        ("Giai đoạn 2011 - 2015", "Giai đoạn 2016 - 2020"),
        ("đến năm 2020", "đến năm 2025"),
        ("từ năm 2018", "từ năm 2023"),
        ("tầm nhìn đến năm 2030", "tầm nhìn đến năm 2030"),
    ],
)
def test_years_of_a_text_for_several_years(text: str, moved: str) -> None:
    assert YEARS.words(text) == moved


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2014", "2015"),
        ("Cộng (năm 2014)", "Cộng (năm 2015)"),
        ("Nội dung 2014 {{ tong.nam_2014 }}", "Nội dung 2015 {{ tong.nam_2015 }}"),
        ("Theo 12/2014/QĐ-UBND", "Theo 12/2014/QĐ-UBND"),
        ("Kết quả năm 2013, nhu cầu 2014", "Kết quả năm 2014, nhu cầu 2015"),
        ("Kế hoạch ngày 05 tháng 02 năm 2014", "Kế hoạch ngày 05 tháng 02 năm 2014"),
        ("2013 - 2014", "2014 - 2015"),
    ],
)
def test_years_of_a_heading(text: str, moved: str) -> None:
    assert YEAR.heading(text) == moved


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("von.2014.dau_tu_tinh", "von.2015.dau_tu_tinh"),
        ("kinh_phi.bo_tri.2013.tong", "kinh_phi.bo_tri.2014.tong"),
        ("khac.ten_2013", "khac.ten_2013"),
        ("nam_2014", "nam_2015"),
    ],
)
def test_years_of_names(text: str, moved: str) -> None:
    assert YEAR.names(text) == moved


def test_times_of_a_table() -> None:
    assert YEAR.time("Quý II/2014 - 6/2015") == "Quý II/2015 - 6/2015"
