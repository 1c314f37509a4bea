"""Numbers of documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.document_types import (
    DOCUMENT_TYPES,
    leading_type,
    type_codes,
    type_names,
)
from kehoach_cli.vietnamese.so_ky_hieu import (
    Kind,
    SoKyHieu,
    is_party_organ,
    number_around,
    parse_so_ky_hieu,
)
from kehoach_cli.vietnamese.unreadable import Unreadable

REAL: dict[Kind, str] = {
    "qh": "67/2006/QH11 20/2023/QH15 20/2026/QH16 351/2017/UBTVQH14",
    "qppl": "64/2007/NĐ-CP 11/2026/QĐ-TTg 01/2011/TT-BNV 55/2005/TTLT-BNV-VPCP 36/2016/NQ-HĐND "
    "66.7/2025/NQ-CP 66.25/2026/NQ-CP 80/2014/QĐ-Ttg",
    "admin": "1605/QĐ-TTg 36a/NQ-CP 07/CT-TTg 124/CĐ-TTg 186/KH-UBND 164/TTr-SKHCN 0155/KH-UBND "
    "173/QĐ-SKH&ĐT 26/VBHN-VPQH 1671/NQ-UBTVQH15 57/NQ-TW",
    "congvan": "1178/BTTTT-THH 5511/BKHCN-CĐSQG 1594/BTTTT-ƯDCNTT",
    "party": "57-NQ/TW 58-CT/TW 01-NQ/TU 24-KH/TU 09-CTr/TU 05-HD/VPTW 20-ĐA/TU",
}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, row in REAL.items() for t in row.split()])
def test_real_numbers_are_taken_apart_and_put_together(kind: Kind, text: str) -> None:
    number = parse_so_ky_hieu(text)
    assert number.kind == kind
    assert str(number) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("64/2007/NĐ-CP", SoKyHieu("64", 2007, "qppl", "NĐ", "CP")),
        ("67/2006/QH11", SoKyHieu("67", 2006, "qh", None, "QH11")),
        ("36a/NQ-CP", SoKyHieu("36a", None, "admin", "NQ", "CP")),
        ("57-NQ/TW", SoKyHieu("57", None, "party", "NQ", "TW")),
        ("1178/BTTTT-THH", SoKyHieu("1178", None, "congvan", None, "BTTTT", "THH")),
    ],
)
def test_each_part_has_its_place(text: str, parts: SoKyHieu) -> None:
    assert parse_so_ky_hieu(text) == parts


@pytest.mark.parametrize(
    ("text", "right", "why"),
    [
        ("164/TTr- SKHCN", "164/TTr-SKHCN", "dấu cách"),
        ("57- NQ/TW", "57-NQ/TW", "dấu cách"),
        ("172 /KH-UBND", "172/KH-UBND", "dấu cách"),
        ("64/2007-NĐ-CP", "64/2007/NĐ-CP", "thiếu dấu / sau năm"),
        ("64/2007/ND-CP", "64/2007/NĐ-CP", "chữ viết tắt"),
        ("1605/QD-TTG", "1605/QĐ-TTg", "chữ viết tắt"),
        ("64/2007/nđ-cp", "64/2007/NĐ-CP", "chữ viết tắt"),
        ("36A/NQ-CP", "36a/NQ-CP", "chữ viết tắt"),
        ("58/CT/TW", "58-CT/TW", "dấu nối"),
        ("57–NQ/TW", "57-NQ/TW", "ký tự lạ"),
        ("57-NQ-TW", "57-NQ/TW", "dấu nối"),
        ("186/KH-UBND.", "186/KH-UBND", "thừa"),
        ("Số: 186/KH-UBND", "186/KH-UBND", "thừa"),
    ],
)
def test_a_slip_is_corrected(text: str, right: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as refusal:
        parse_so_ky_hieu(text)
    assert refusal.value.choices == (right,)


@pytest.mark.parametrize("text", ["", "abc", "1605", "64/2007", "123/UBND", "99/2020/XX-YY", "36a"])
def test_what_is_no_number_is_refused_without_a_guess(text: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_so_ky_hieu(text)
    assert refusal.value.choices == ()


CODES = st.sampled_from(
    [kind.code for kind in DOCUMENT_TYPES if kind.group == "hành chính" and kind.code]
)


def found_in(text: str) -> list[tuple[int, int, str]]:
    """Where numbers of documents stand in running text: start, end and the number as typed."""
    found: list[tuple[int, int, str]] = []
    for at, char in enumerate(text):
        match = number_around(text, at, found[-1][1] if found else 0) if char in "/-" else None
        if match:
            found.append((*match.span(), match[0]))
    return found


@given(st.integers(1, 99999), CODES, st.sampled_from(["UBND", "SKHCN", "HĐND", "SKH&ĐT", "BCĐ06"]))
def test_every_administrative_type_makes_a_number(number: int, code: str, org: str) -> None:
    text = f"{number}/{code}-{org}"
    assert parse_so_ky_hieu(text) == SoKyHieu(str(number), None, "admin", code, org)
    assert found_in(f"theo {text}, ngày") == [(5, 5 + len(text), text)]


def test_numbers_are_found_in_running_text_where_they_stand() -> None:
    text = "Quyết định số 1605/QĐ-TTg ngày 27/8/2010; NQ 57-NQ/TW, 45/2016-QĐ-TTg (172 /KH-UBND)."
    found = found_in(text)
    numbers = ["1605/QĐ-TTg", "57-NQ/TW", "45/2016-QĐ-TTg", "172 /KH-UBND"]
    assert [number for *_, number in found] == numbers
    assert all(text[start:end] == number for start, end, number in found)


@pytest.mark.parametrize(
    "text",
    [
        "đạt 22/22 đơn vị",
        "giai đoạn 2016-2020",
        "ngày 01/11/2013",
        "mạng 4G/LTE-A",
        "http://abc.vn/12/QĐ-UBND",
        "2,35 máy/đơn vị",
        "Công văn số 5 - Về việc UBND",
    ],
)
def test_other_figures_with_strokes_are_no_numbers_of_documents(text: str) -> None:
    assert found_in(text) == []


def test_the_decree_has_29_types_and_3_copies() -> None:
    groups = [kind.group for kind in DOCUMENT_TYPES]
    assert groups.count("hành chính") == 29
    assert groups.count("bản sao") == 3
    assert all(kind.clause for kind in DOCUMENT_TYPES)


def test_types_and_codes_lead_to_each_other() -> None:
    assert type_codes("nghị định") == {"NĐ"}
    assert type_codes("Chương trình hành động") == {"CTr"}
    assert type_codes("Công văn") == type_codes("Thơ") == frozenset()
    assert type_names("KH") == ("Kế hoạch",)
    assert type_names("QĐ")[0] == "Quyết định"
    assert type_names("XX") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thông tư liên tịch số 1", "Thông tư liên tịch"),
        ("QUYẾT ĐỊNH số 1", "Quyết định"),
        ("Giấy uỷ quyền", "Giấy ủy quyền"),
        ("Luậtsư", None),
    ],
)
def test_the_longest_type_that_opens_a_text_is_found(text: str, name: str | None) -> None:
    assert leading_type(text) == name


@pytest.mark.parametrize(
    ("org", "party"), [("TW", True), ("VPTW", True), ("TU", True), ("CP", False)]
)
def test_organs_of_the_party_are_known(org: str, party: bool) -> None:
    assert is_party_organ(org) == party
