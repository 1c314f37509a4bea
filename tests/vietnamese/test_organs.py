"""Whose a document is, and what is known of documents."""

import pytest

from kehoach_cli.vietnamese.document_types import trailing_type
from kehoach_cli.vietnamese.known_documents import known_documents, laws_by_name, subject
from kehoach_cli.vietnamese.organs import (
    central_organ,
    is_one_in_the_country,
    is_surely_party,
    issuer_of_code,
    issuer_of_words,
    organ,
)
from kehoach_cli.vietnamese.so_ky_hieu import parse_so_ky_hieu


@pytest.mark.parametrize("code", ["TW", "TU", "HU", "ĐU", "VPTW", "VPTU", "BTGTU", "UBKTTW"])
def test_organs_of_the_party_are_known(code: str) -> None:
    assert is_surely_party(code)


@pytest.mark.parametrize("code", ["UBND", "CP", "MTTW", "BCĐTW", "BTTTT", "TTU", "TWĐTN"])
def test_what_may_be_another_is_not_taken_for_the_party(code: str) -> None:
    assert not is_surely_party(code)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("CP", "Chính phủ"),
        ("TTg", "Thủ tướng Chính phủ"),
        ("UBND", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("UBND", "UBND xã Tân Phú"),
        ("HĐND", "Hội đồng nhân dân tỉnh khóa XVI"),
        ("TW", "Ban Chấp hành Trung ương Đảng (khóa XIII)"),
        ("TU", "Ban Thường vụ Tỉnh ủy"),
        ("TU", "Thành ủy Đà Nẵng"),
        ("QH15", "Quốc hội khóa XV"),
        ("UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
        ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("SKH&ĐT", "Sở Kế hoạch và Đầu tư"),
    ],
)
def test_abbreviation_and_words_name_the_same(code: str, words: str) -> None:
    assert issuer_of_code(code) == issuer_of_words(words) is not None


def test_what_the_tables_do_not_have_is_not_guessed() -> None:
    assert (issuer_of_code("ABC"), issuer_of_words("Trường A"), organ("ABC")) == (None, None, None)
    assert central_organ("Tỉnh ủy") is None
    assert [is_one_in_the_country(code) for code in ("TTg", "BTC", "QH15", "UBND", "STTTT")] == [
        *(True, True, True, False, False),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo Thông tư liên tịch ", "Thông tư liên tịch"),
        ("và Chương trình hành động", "Chương trình"),
        ("(nghị quyết", "Nghị quyết"),
        ("các sở", None),
        ("", None),
    ],
)
def test_the_type_that_a_text_ends_with(text: str, name: str | None) -> None:
    assert trailing_type(text) == name


def test_every_known_document_has_a_real_number_a_source_and_a_month() -> None:
    for number, known in known_documents().items():
        assert str(parse_so_ky_hieu(number)) == number
        assert known.nguon
        assert known.as_of >= "2026-10"
        assert known.ngay is None or known.tu is None or known.ngay <= known.tu
        assert known.tu is None or known.den is None or known.tu <= known.den
        sign = parse_so_ky_hieu(number)
        assert sign.year is None or known.ngay is None or sign.year == known.ngay.year


def test_a_law_that_was_made_anew_is_told_by_its_date() -> None:
    laws = laws_by_name(known_documents().values())
    assert [law.so_ky_hieu for law in laws["luật giao dịch điện tử"]] == [
        *("51/2005/QH11", "20/2023/QH15"),
    ]


def test_subjects_are_compared_without_their_opening_words_and_abbreviations() -> None:
    assert subject("về việc ứng dụng CNTT") == subject("Ứng dụng “công nghệ thông tin”")
