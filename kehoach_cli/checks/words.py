"""The words of a corpus, each once: what a rule need not look for is known before it looks.

A plan of 700 lines has 10,000 words but 1,000 different ones; a phrase can only stand in it when
each of its words does.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_WORD = pattern(r"[^\W\d_]+")
_RUN = pattern(r"[^\W_]+")
_FEW = 256
"""Words that are looked for one by one; for more, where each run stands is noted once."""
_SIGNS = ".,;:()“”\"'"
LONGEST_DOUBLED = 8
_NO_WORD = ("",)
"""What figures and signs are among the words: those before and behind do not follow each other."""
_CODES = 256  # that a byte tells apart; words that share one are told apart by themselves
_ADDRESS = ("://", "www.", "@", ".vn", ".com", ".net")
_FILE = pattern(r"[“\"(]?(?=[!-~]+$)(?:[A-Za-z]:[\\/]|/|.*[_\\]|.*\.[a-z0-9]{2,5}\W*$)")
"""A path or the name of a file, in which no word has its marks."""


class Words:
    """The different words of a corpus and the places where they stand."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._exactly: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def _words_of(self) -> dict[str, tuple[str, ...]]:
        """What stands between spaces, each once, and the words in it."""
        chunks = dict.fromkeys(self.corpus.chunks)
        return {chunk: _words_in(chunk) for chunk in chunks}

    @property
    def chunks(self) -> Iterable[str]:
        """What stands between spaces, each once."""
        return self._words_of

    @cached_property
    def _in_order(self) -> list[str]:
        """The words as typed, in order; of texts that come again the first counts."""
        found = map(self._words_of.__getitem__, self.corpus.chunks)
        return list(chain.from_iterable(found))

    @cached_property
    def spelled(self) -> frozenset[str]:
        """The words as typed, without what stands at them."""
        return frozenset(chain.from_iterable(self._words_of.values())) - {""}

    @cached_property
    def small(self) -> frozenset[str]:
        """The words in small letters."""
        return frozenset(word.lower() for word in self.spelled)

    @cached_property
    def folded(self) -> dict[str, list[str]]:
        """The words in small letters by what `fold` makes of them."""
        found: dict[str, list[str]] = {}
        # All at once: one by one would take ten times as long.
        for word, plain in zip(self.small, fold(" ".join(self.small)).split(), strict=True):
            found.setdefault(plain, []).append(word)
        return found

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The words that follow each other, two by two, in small letters."""
        small = {word: word.lower() for word in ("", *self.spelled)}
        return frozenset(pairwise(map(small.__getitem__, self._in_order)))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every letter and sign of the corpus but spaces."""
        return frozenset("".join(self.chunks))

    def doubled(self) -> list[str]:
        """The phrases of up to 8 words that stand twice running somewhere, in small letters."""
        words = self._in_order
        found = {tuple(words[at : at + length]) for at, length in _repeats(words)}
        phrases = (p for p in found if "" not in p and _one_thing(p))
        return sorted({" ".join(phrase).lower() for phrase in phrases})

    def may_have(self, phrase: str) -> bool:
        """Whether a phrase (small letters) may be there: its words follow each other somewhere."""
        first, _, rest = phrase.partition(" ")
        if first.isalpha():
            if first not in self.small:
                return False
            if not rest or rest.isalpha():
                return not rest or (first, rest) in self.pairs
        words = [*chain.from_iterable(map(_words_in, phrase.split()))]
        if len(words) == 1:
            return words[0] in self.small
        return self.pairs.issuperset(pairwise(words))

    def meet(self, first: str, second: str) -> bool:
        """Whether two words (small letters) follow each other somewhere."""
        return (first, second) in self.pairs

    def places(self, phrase: str) -> Iterator[tuple[int, int]]:
        """Where a phrase (small letters) stands in whole words, in whatever letters."""
        if self.may_have(phrase):
            yield from whole(self.corpus.lower, phrase)

    def exactly(self, word: str) -> list[tuple[int, int]]:
        """Where it stands exactly so typed, in whole words; asked again and again."""
        if word not in self._exactly:
            few = len(self._exactly) < _FEW
            self._exactly[word] = [*(whole(self.corpus.text, word) if few else self._met(word))]
        return self._exactly[word]

    def _met(self, word: str) -> Iterator[tuple[int, int]]:
        """Where it stands, as `whole` tells: only where what it begins with stands is looked."""
        text, opens, past = self.corpus.text, _RUN.match(word), 0
        for start in self._runs.get(opens[0], ()) if opens else ():
            end = start + len(word)
            if start >= past and text.startswith(word, start) and not text[end : end + 1].isalnum():
                yield start, end
                past = end

    @cached_property
    def _runs(self) -> dict[str, list[int]]:
        """Letters and figures that nothing parts, and where each such run begins."""
        found: dict[str, list[int]] = {}
        for match in _RUN.finditer(self.corpus.text):
            found.setdefault(match[0], []).append(match.start())
        return found

    def typed(self, word: str) -> Iterator[tuple[int, int]]:
        """Where a word stands exactly so typed; addresses of the Internet, files are left out."""
        text = self.corpus.text
        for start, end in self.exactly(word):
            near = around(text, start)
            if not (any(sign in near for sign in _ADDRESS) or _FILE.match(near)):
                yield start, end


def _repeats(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where phrases of up to 8 words stand twice running: the first word, how many they are.

    With a byte for each word they make one long number; where it and itself, moved by as many
    words as the phrase has, differ in nothing the phrase may stand: a look at all words at once.
    """
    codes = {word: at % _CODES for at, word in enumerate(dict.fromkeys(words))}
    row = bytes(map(codes.__getitem__, words))
    whole = int.from_bytes(row, "little")
    for length in range(1, LONGEST_DOUBLED + 1):
        same = bytes(length)
        differences = (whole ^ whole >> 8 * length).to_bytes(len(row), "little")
        at = differences.find(same)
        while at >= 0:
            if words[at : at + length] == words[at + length : at + 2 * length]:
                yield at, length
            at = differences.find(same, at + 1)


def _words_in(chunk: str) -> tuple[str, ...]:
    """The words in what stands between spaces; mostly one with signs about it."""
    bare = chunk.strip(_SIGNS)
    return (bare,) if bare.isalpha() else tuple(_WORD.findall(chunk)) or _NO_WORD


def _one_thing(phrase: tuple[str, ...]) -> bool:
    """Whether a phrase is no shorter one said several times."""
    return not any(
        len(phrase) % part == 0 and phrase[:part] * (len(phrase) // part) == phrase
        for part in range(1, len(phrase))
    )


def whole(
    text: str, phrase: str, first: int = 0, last: int | None = None
) -> Iterator[tuple[int, int]]:
    """Where a phrase stands, from `first` to `last`, with no letter or figure right beside it."""
    start = text.find(phrase, first, last)
    while start >= 0:
        end = start + len(phrase)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(phrase, end, last)


def around(text: str, offset: int, far: int = 60) -> str:
    """What stands between spaces at an offset, as far as `far` letters from it."""
    start = next((i for i in range(offset, max(0, offset - far), -1) if text[i - 1].isspace()), 0)
    return text[max(start, offset - far) : offset + far].split(None, 1)[0]
