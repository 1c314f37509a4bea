"""Folding, identifiers and typing slips."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.text import (
    fold,
    fold_long,
    fold_tone,
    nearest,
    nfc,
    to_identifier,
    upper_first,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Số, ký hiệu", "so, ky hieu"),
        ("  ĐỀ   ÁN\u00a0Ðiện tử ", "de an dien tu"),
        (unicodedata.normalize("NFD", "Tập huấn"), "tap huan"),
    ],
)
def test_fold_takes_marks_capitals_and_spaces_away(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("CỘNG HOÀ", "CỘNG HÒA"),
        ("Uỷ ban", "Ủy ban"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        (unicodedata.normalize("NFD", "hoá"), "hóa"),
    ],
)
def test_both_placements_of_a_tone_compare_equal(one: str, other: str) -> None:
    assert fold_tone(one) == fold_tone(other) == other


@pytest.mark.parametrize(
    "word", ["quý", "hoàn", "ngoài", "thuyền", "tiến", "của", "toán", "khuyến"]
)
def test_a_tone_that_has_one_place_stays(word: str) -> None:
    assert fold_tone(word) == word


def test_words_that_differ_in_tone_stay_apart() -> None:
    assert fold_tone("hoà") != fold_tone("hoá")


@given(st.text())
def test_folds_are_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_tone(fold_tone(text)) == fold_tone(text)
    assert nfc(nfc(text)) == nfc(text)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Số, ký hiệu", "so_ky_hieu"),
        ("Đơn vị tính: Triệu đồng", "don_vi_tinh_trieu_dong"),
        ("TT/Stt", "tt_stt"),
        ("…", ""),
    ],
)
def test_a_label_becomes_an_identifier(label: str, key: str) -> None:
    assert to_identifier(label) == key


@given(st.text())
def test_identifiers_are_ascii_and_idempotent(label: str) -> None:
    key = to_identifier(label)
    assert key == "" or key.replace("_", "a").isalnum()
    assert key.isascii()
    assert to_identifier(key) == key


KEYS = ("so_ky_hieu", "ngay_ban_hanh", "co_quan", "trich_yeu", "ten")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("so_ki_hieu", "so_ky_hieu"),
        ("ngay_ban_hnah", "ngay_ban_hanh"),
        ("cơ_quan", "co_quan"),
        ("trich_yeuu", "trich_yeu"),
        ("trch_yeu", "trich_yeu"),
        ("kinh_phi", None),
        ("", None),
    ],
)
def test_the_nearest_key_is_found_within_two_slips(typed: str, meant: str | None) -> None:
    assert nearest(typed, KEYS, 2) == meant


def test_swapped_neighbours_are_one_slip() -> None:
    assert nearest("abdc", ["abcd"], 1) == "abcd"
    assert nearest("abdc", ["abxy"], 1) is None


def test_of_equally_near_keys_the_first_wins() -> None:
    assert nearest("muc", ["mua", "mub"], 1) == "mua"


WORDS = st.text(alphabet="abcd", max_size=6)


@given(WORDS, WORDS)
def test_nearness_is_symmetric(one: str, other: str) -> None:
    for limit in range(4):
        assert (nearest(one, [other], limit) is None) == (nearest(other, [one], limit) is None)


def test_upper_first_leaves_the_rest() -> None:
    assert upper_first("đề án CNTT") == "Đề án CNTT"
    assert upper_first("") == ""


@given(st.text(st.sampled_from("aÀàĐđ Ệộ\n\u00a0\u0301ßI1.")))
def test_a_text_is_folded_letter_by_letter(text: str) -> None:
    letters = "".join(fold(f"x{char}x")[1:-1] for char in text)
    assert fold_long(text) == fold(text) == " ".join(letters.split())
