"""The words of a plan: which phrases stand twice running."""

from itertools import chain
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks import words as module
from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.words import LONGEST_DOUBLED, Words, _repeats, whole

PHRASES = st.lists(st.sampled_from(["một", "cửa", "liên", "thông", "điện", "tử"]), max_size=9)
WORDS = st.lists(PHRASES | PHRASES.map(lambda one: one * 2)).map(lambda many: list(chain(*many)))


def one_by_one(words: list[str]) -> set[tuple[int, int]]:
    lengths = range(1, LONGEST_DOUBLED + 1)
    places = ((at, length) for at in range(len(words)) for length in lengths)
    return {
        (at, length)
        for at, length in places
        if words[at : at + length] == words[at + length : at + 2 * length] != []
        and at + 2 * length <= len(words)
    }


@given(WORDS)
def test_every_phrase_that_stands_twice_running_is_found(words: list[str]) -> None:
    assert set(_repeats(words)) == one_by_one(words)


def test_more_words_than_there_are_letters_hide_no_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CODES", 2)
    words = ["điện", "tử", "một", "cửa", "một", "cửa", "liên", "thông"]
    assert (2, 2) in set(_repeats(words))


def begins(word: str) -> bool:
    """Whether a word begins with a letter or figure, and no end of it begins it again."""
    return word[0].isalnum() and not any(word.startswith(word[i:]) for i in range(1, len(word)))


@given(
    st.text("ĐT&-_ a1\n", max_size=60),
    st.text("ĐT&-_a1", min_size=1, max_size=4).filter(begins),
)
def test_a_word_among_many_is_met_where_it_is_found_alone(text: str, word: str) -> None:
    words = Words(cast(Corpus, SimpleNamespace(text=text)))
    assert list(words._met(word)) == list(whole(text, word))
