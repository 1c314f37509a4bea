"""Bytes to text, and places in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.source.text import Place, Source, letters, read_source

TEXT = "van_ban:\n  trich_yeu: Kế hoạch\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_windows_saved_it_in(
    data: bytes, encoding: str
) -> None:
    source = read_source("a.yaml", data)
    assert (source.text, source.encoding, source.bad_bytes) == (TEXT, encoding, ())


def test_the_mark_at_the_head_is_kept_apart_from_the_text() -> None:
    source = read_source("a.yaml", b"\xef\xbb\xbfmau: a\n")
    assert (source.bom, source.text) == (b"\xef\xbb\xbf", "mau: a\n")


@pytest.mark.parametrize("data", [b"a", b"a\0", b"", b"ab"])
def test_a_few_bytes_are_not_taken_for_utf_16(data: bytes) -> None:
    assert read_source("a.yaml", data).encoding == "utf-8"


def test_bytes_of_an_old_encoding_are_marked_where_they_stand() -> None:
    source = read_source("a.yaml", b"mau: K\xea ho\xb9ch\n")
    assert source.text == "mau: K\ufffd ho\ufffdch\n"
    assert source.bad_bytes == (6, 10)


def test_a_replacement_sign_that_was_typed_is_no_bad_byte() -> None:
    assert read_source("a.yaml", "mau: \ufffd\n".encode()).bad_bytes == ()


def test_half_a_letter_at_the_end_of_utf_16_is_a_bad_byte() -> None:
    source = read_source("a.yaml", b"\xff\xfe" + "mau: a\n".encode("utf-16-le") + b"a")
    assert source.bad_bytes == (7,)


@pytest.mark.parametrize(
    ("before", "column"),
    [
        ("abc", 4),
        ("hoạch", 6),
        (unicodedata.normalize("NFD", "hoạch ế"), 8),
        ("\t\t", 3),
        ("计划", 3),
        ("a\u200db", 3),
        ("a\ufe0f", 2),
    ],
)
def test_a_column_counts_the_letters_that_a_person_sees(before: str, column: int) -> None:
    source = Source("a.yaml", f"x\n{before}|")
    assert source.place(source.text.index("|")) == Place(2, column)


def test_the_end_of_a_windows_line_is_no_letter() -> None:
    source = Source("a.yaml", "mau: a\r\nb: c\r\n")
    assert source.place(7) == Place(1, 7)
    assert source.place(8) == Place(2, 1)
    assert [source.line(1), source.line(2), source.line(3)] == ["mau: a", "b: c", ""]


def test_one_past_the_end_is_a_place_too() -> None:
    assert Source("a.yaml", "ab").place(2) == Place(1, 3)
    assert Source("a.yaml", "").place(0) == Place(1, 1)
    assert Source("a.yaml", "ab\n").place(3) == Place(2, 1)


@given(st.text("ab\n\u0301ế"), st.integers(0, 30))
def test_a_place_never_lies_outside_the_text(text: str, offset: int) -> None:
    source = Source("a.yaml", text)
    place = source.place(min(offset, len(text)))
    assert 1 <= place.line <= text.count("\n") + 1
    assert 1 <= place.column <= letters(source.line(place.line)) + 1


@given(st.text("abđếọ\u0111 "))
def test_letters_are_counted_alike_in_both_forms_of_unicode(text: str) -> None:
    assert letters(unicodedata.normalize("NFD", text)) == letters(text) == len(text)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text(data: bytes) -> None:
    source = read_source("a.yaml", data)
    assert all(source.text[offset] == "\ufffd" for offset in source.bad_bytes)


@given(st.text())
def test_a_text_in_utf_8_is_read_letter_for_letter(text: str) -> None:
    data = ("# " + text).encode("utf-8", "ignore")
    if read_source("a.yaml", data).encoding == "utf-8":
        assert read_source("a.yaml", data).text.encode("utf-8") == data
