"""An agency as typed → the head of its documents."""

from datetime import date

import pytest

from kehoach_cli.drafts.agency import agency_of
from kehoach_cli.vietnamese.provinces import provinces

LAO_CAI = "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("typed", "name", "level", "superior"),
    [
        ("UBND tỉnh Lào Cai", LAO_CAI, "tinh", ""),
        ("lao cai", LAO_CAI, "tinh", ""),
        ("so khoa hoc va cong nghe tinh lao cai", "Sở Khoa học và Công nghệ", "so", LAO_CAI),
        ("Sở Y tế", "Sở Y tế", "so", ""),
        ("Sở Lạ, tỉnh Lào Cai", "Sở Lạ", "so", LAO_CAI),
        ("Uỷ ban nhân dân xã Bát Xát, tỉnh Lào Cai", "Ủy ban nhân dân xã Bát Xát", "xa", LAO_CAI),
        ("UBND thành phố Lào Cai", "Ủy ban nhân dân thành phố Lào Cai", "huyen", ""),
        ("UBND TP.Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "tinh", ""),
        ("bo y te", "Bộ Y tế", "bo", ""),
        ("Văn phòng UBND tỉnh Lào Cai", "Văn phòng UBND tỉnh Lào Cai", "khac", ""),
        ("văn phòng ubnd tỉnh lào cai", f"Văn phòng {LAO_CAI}", "khac", ""),
        ("trung tâm phục vụ hành chính công", "Trung tâm phục vụ hành chính công", "khac", ""),
        ("hđnd tỉnh lào cai", "Hội đồng nhân dân tỉnh Lào Cai", "hoi_dong", ""),
        ("hoi dong nhan dan lao cai", "Hội đồng nhân dân tỉnh Lào Cai", "hoi_dong", ""),
        ("HĐND xã Bát Xát, tỉnh Lào Cai", "Hội đồng nhân dân xã Bát Xát", "hoi_dong", ""),
        ("hội đồng nhân dân", "Hội đồng nhân dân", "khac", ""),
        ("ubnd đặc khu cô tô", "Ủy ban nhân dân đặc khu Cô Tô", "xa", ""),
        ("sở kh&cn lào cai", "Sở Khoa học và Công nghệ", "so", LAO_CAI),
        ("sở nv lào cai", "Sở nv", "so", LAO_CAI),
        ("sở lạ", "Sở lạ", "so", ""),
    ],
)
def test_an_agency_is_known_by_what_is_typed(
    typed: str, name: str, level: str, superior: str
) -> None:
    agency = agency_of(typed, date(2026, 1, 1))
    assert (agency.name, agency.level, agency.superior) == (name, level, superior)


def test_the_superior_may_tell_the_province() -> None:
    agency = agency_of("Sở Y tế", date(2026, 1, 1), "UBND tỉnh Lào Cai")
    assert str(agency.province) == "tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("year", "count", "name"),
    [
        (2019, 63, "tỉnh Tiền Giang"),
        (2019, 63, "tỉnh Thừa Thiên Huế"),
        (2026, 34, "tỉnh Đồng Nai"),
        (2027, 34, "thành phố Đồng Nai"),
    ],
)
def test_the_provinces_are_those_of_the_day(year: int, count: int, name: str) -> None:
    found = [str(province) for province in provinces(date(year, 1, 1))]
    assert len({each.replace("Hoà", "Hòa").replace("Đăk", "Đắk") for each in found}) == count
    assert name in found
