"""The words of a corpus, each once: what a rule need not look for is known before it looks.

A plan of 700 lines has 10,000 words but 1,000 different ones; a phrase can only stand in it when
each of its words does.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from kehoach_cli.checks.corpus import Corpus

_MARKS = ".,;:)”"
_ADDRESS = ("://", "www.", "@", ".vn", ".com", ".net")


class Words:
    """The different words of a corpus and the places where they stand."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def tokens(self) -> list[str]:
        """What stands between spaces, in small letters, in order."""
        return self.corpus.lower.split()

    @cached_property
    def spelled(self) -> frozenset[str]:
        """The words as typed, without what stands at them; addresses of the Internet left out."""
        chunks = set(self.corpus.text.split())
        words = {chunk for chunk in chunks if chunk.isalpha()}
        rest = (chunk for chunk in chunks - words if not any(sign in chunk for sign in _ADDRESS))
        words.update(_letters_only(" ".join(rest)).split())
        return frozenset(words)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words in small letters."""
        return frozenset(word.lower() for word in self.spelled)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every letter and sign of the corpus."""
        return frozenset(self.corpus.text)

    def doubled(self) -> list[str]:
        """The words, and pairs of words, that stand twice running somewhere."""
        tokens = self.tokens
        found = {a for a, b in pairwise(tokens) if b.startswith(a) and a == b.rstrip(_MARKS)}
        for a, b, c, d in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
            if a == c and a != b == d.rstrip(_MARKS):
                found.add(f"{a} {b}")
        return sorted(found)

    def may_have(self, phrase: str) -> bool:
        """Whether all words of a phrase (small letters) are there, so that it may be, too."""
        return all(word in self.small for word in _letters_only(phrase).split())

    def places(self, phrase: str) -> Iterator[tuple[int, int]]:
        """Where a phrase (small letters) stands in whole words, in whatever letters."""
        if self.may_have(phrase):
            yield from whole(self.corpus.lower, phrase)

    def typed(self, word: str) -> Iterator[tuple[int, int]]:
        """Where a word stands exactly so typed."""
        yield from whole(self.corpus.text, word)


def whole(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands with no letter or figure right before or after it."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(phrase, end)


def around(text: str, offset: int, far: int = 60) -> str:
    """What stands between spaces at an offset, as far as `far` letters from it."""
    start = next((i for i in range(offset, max(0, offset - far), -1) if text[i - 1].isspace()), 0)
    return text[max(start, offset - far) : offset + far].split(None, 1)[0]


def counted(found: Iterable[str]) -> list[tuple[str, int]]:
    """The different texts with their counts, the commonest first, of equals the first met."""
    return Counter(found).most_common()


def _letters_only(text: str) -> str:
    return text if text.isalpha() else re.sub(r"[\W\d_]+", " ", text)
