"""Which letters can be a Vietnamese syllable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.vietnamese.lists import entries, words
from kehoach_cli.vietnamese.syllables import (
    bare_of_tone,
    is_alphabet,
    is_syllable,
    lost_marks,
    mended,
)

RIGHT = """
    ủy uỷ hòa hoà khỏe khoẻ giêng giết gì giữ giặt già quý quyết quốc quân quơ qua quỳnh quy
    nghiêng ngành ghế gà kẻ cả khuỷu khuya nguyễn huế thuở xoong boong yêu yến y ý mỹ ly sỹ kỳ
    huỳnh suýt tuýp ngoằn ngoèo ngoẹo ươm ướt hươu rượu ếch lịch sách tóc cấp đặc biệt phê đủ
    ai ơi ưu ải rơ moóc phút ru pô pin xã ạ
"""
WRONG = """
    hòan qúy qúa gìa thuơng ngiên nghành kấp ke̋ lịck cạnn tòan ngừơi hànhh gế cẻ krông đắk lắk zẽ
    fố ất̀ qưa giì êế cat̉ yà nyêu đ t nh q
"""


@pytest.mark.parametrize("word", RIGHT.split())
def test_what_is_said_in_vietnamese_is_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_what_no_word_sounds_like_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("hòan", "hoàn"), ("qúy", "quý"), ("gìa", "già"), ("ngừơi", "người"), ("tòan", "toàn")],
)
def test_a_tone_on_the_wrong_letter_is_put_on_the_right_one(typed: str, right: str) -> None:
    assert mended(typed) == right


@pytest.mark.parametrize("word", ["nghành", "thuơng", "ke", "", "đ"])
def test_what_is_wrong_otherwise_is_not_mended(word: str) -> None:
    assert mended(word) is None


@pytest.mark.parametrize("word", ["truong", "nghiep", "nguoi", "tuyen", "dien", "quyet"])
def test_rhymes_that_need_marks_show_what_was_lost(word: str) -> None:
    assert lost_marks(word)


@pytest.mark.parametrize("word", ["ban", "trong", "internet", "server", "data", "portal", "oan"])
def test_words_that_may_have_no_marks_show_nothing(word: str) -> None:
    assert not lost_marks(word)


def test_a_word_is_split_from_its_tone() -> None:
    assert bare_of_tone("quyết") == ("quyêt", "\u0301")
    assert bare_of_tone("quy") == ("quy", "")


def test_the_alphabet_has_plain_latin_too() -> None:
    assert is_alphabet("đườngwfjz")
    assert not is_alphabet("đườngä")


@given(st.text(max_size=12))
def test_no_text_raises(text: str) -> None:
    is_syllable(text)
    mended(text)
    lost_marks(text)
    is_alphabet(text)


@given(st.sampled_from(RIGHT.split()))
def test_a_right_word_without_its_tone_is_mended_to_a_syllable_or_not_at_all(word: str) -> None:
    right = mended(word)
    assert right is None or is_syllable(right)


@pytest.mark.parametrize("name", ["slips", "agencies", "provinces_gone"])
def test_entries_of_a_list_have_their_parts(name: str) -> None:
    assert all(len(entry) >= 2 and all(entry) for entry in entries(name))


def test_the_right_spellings_of_slips_are_themselves_no_slips() -> None:
    wrong = {entry[0] for entry in entries("slips")}
    assert not wrong & {entry[1] for entry in entries("slips")}
    assert len(wrong) == len(entries("slips"))


def test_every_word_of_a_right_spelling_is_a_syllable() -> None:
    said = {word.strip(",").lower() for entry in entries("slips") for word in entry[1].split()}
    known = words("loan_words") | {"ubnd", "attt"}
    assert not {word for word in said if not is_syllable(word)} - known
