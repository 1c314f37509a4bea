"""SECURITY.md: each promise names tests that are there."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")


@pytest.mark.parametrize("promise", PROMISES, ids=lambda line: line[2:40])
def test_a_promise_has_its_tests(promise: str) -> None:
    named = _TEST.findall(promise)
    assert named
    for file, name in named:
        assert f"def {name}(" in (TESTS / file).read_text(encoding="utf-8")


def test_the_page_speaks_both_languages_and_invents_no_address() -> None:
    assert "## Security in short" in PAGE
    assert "@" not in PAGE
    assert "http" not in PAGE
