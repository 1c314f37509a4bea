"""Expressions that are compiled when first used."""

import re

import pytest

from kehoach_cli.patterns import pattern, waiting


def test_it_finds_what_the_compiled_expression_finds() -> None:
    assert pattern(r"[0-9]+").findall("KH-UBND 12/2014") == ["12", "2014"]
    assert pattern(r"đ", re.IGNORECASE).sub("d", "Đđ") == "dd"
    assert pattern(rb"[a-z]+").findall(b"noi_dung") == [b"noi", b"dung"]


def test_it_is_compiled_once_for_each_method() -> None:
    digits = pattern(r"[0-9]")
    assert digits.search is digits.search


def test_a_wrong_expression_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error, match="unterminated"):
        pattern("(").search("")


def test_what_a_library_compiles_while_it_is_imported_waits_too() -> None:
    with waiting():
        wrong, digits = re.compile("("), re.compile("[0-9]")
        assert digits.search("a1")
    with pytest.raises(re.error, match="unterminated"):
        wrong.search("")
    with pytest.raises(re.error, match="unterminated"):
        re.compile("(")
