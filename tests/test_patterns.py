"""Expressions that are compiled when first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import cast

import pytest

import kehoach_cli
from kehoach_cli.patterns import Waiting, pattern


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
    with Waiting():
        wrong, digits = re.compile("("), re.compile("[0-9]")
        assert digits.search("a1")
    with pytest.raises(re.error, match="unterminated"):
        wrong.search("")
    with pytest.raises(re.error, match="unterminated"):
        re.compile("(")


UNITS = (
    *"1- #aAđ.,/()\n\t…_“*%=&",
    *("1,", "1.", "- ", "1/", " 1", "a ", "A ", "a,", "a-", "12/", "a/", "ix", "{{", "Đ-", "1.000"),
    *("năm ", "và ", "số ", "sở ", "tỷ ", "đồng ", "từ ", "phu luc ", "ban, "),
)


def expressions() -> Iterator[re.Pattern[str]]:
    """Every expression that a module of the package keeps."""
    for module in pkgutil.walk_packages(kehoach_cli.__path__, "kehoach_cli."):
        for value in vars(importlib.import_module(module.name)).values():
            kept = getattr(value, "_pattern", value)
            if isinstance(kept, type(pattern("")) | re.Pattern) and isinstance(kept.pattern, str):
                yield cast("re.Pattern[str]", kept)


def test_no_expression_goes_through_its_choices_without_end() -> None:
    """One that may read the same letters in two ways would need longer than the sun shines."""
    found = list(expressions())
    assert len(found) > 200
    for expression in found:
        for unit in UNITS:
            for text in (unit * 60 + "!", unit * 60):
                expression.search(text)
                expression.match(text)
                expression.fullmatch(text)
