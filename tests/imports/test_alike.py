"""Two texts that name the same, whatever their letters."""

import pytest

from kehoach_cli.imports.alike import alike, alike_sources


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Khoa học và Công nghệ", "Sở KH&CN"),
        ("Sở KH & CN", "sở khoa học và công nghệ"),
        ("UBND tỉnh Hòa An", "Ủy ban nhân dân tỉnh Hoà An"),
        ("Uỷ ban nhân dân xã", "Ủy ban nhân dân xã"),
        ("Ngân sách trung ương", "NSTW"),
        ("NS tỉnh", "Ngân sách tỉnh."),
        ("2013 - 2014", "2013–2014"),
        ("“Mạng LAN”", "mạng  lan"),
        ("SỞ GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("VP UBND tỉnh; Sở TT&TT", "Văn phòng UBND tỉnh, Sở Thông tin và Truyền thông"),
        ("", " "),
    ],
)
def test_names_are_alike_however_they_are_written(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế", "Sở Nội vụ"),
        ("Sở KH&CN", "Sở Khoa học"),
        ("Sở KH&CN tỉnh", "Sở Khoa học và Công nghệ"),
        ("NSTW", "Ngân sách địa phương"),
        ("BAN", "Bộ an ninh"),
        ("Ban", "Bộ an ninh"),
        ("Quý I", "Quý II"),
        ("Mạng", ""),
        ("A" * 300 + " NSTW", "A" * 300 + " Ngân sách trung ương"),
    ],
)
def test_others_are_not(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


def test_a_source_may_be_called_one() -> None:
    assert alike_sources("Nguồn NSTW", "Ngân sách trung ương")
    assert alike_sources("Ngân sách tỉnh", "Vốn ngân sách tỉnh")
    assert not alike_sources("Vốn tỉnh", "Vốn huyện")
