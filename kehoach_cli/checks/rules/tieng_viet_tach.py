"""KH529: syllables into which a space was typed."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.rules.tieng_viet_chu import CONSONANTS, labelled
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import is_compound
from kehoach_cli.vietnamese.syllables import is_syllable

_SIGNS = ".,;:()“”"
_FINALS = frozenset(("ng", "nh", "ch", "c", "m", "n", "p", "t"))
_BEHIND = " ,;.:\n"
_FAR = 12
_BEFORE = pattern(r"(?<![^\W\d_])([^\W\d_]+) $")
_AFTER = pattern(r" ([^\W\d_]+)")


def _split(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for start, end in sorted(_alone(subject)):
        word = corpus.lower[start:end]
        head = _BEFORE.search(corpus.lower, max(0, start - _FAR), start)
        tail = _AFTER.match(corpus.lower, end)
        if head and word in _FINALS and is_syllable(head[1] + word):
            surely = head[1] not in CONSONANTS and not is_syllable(head[1])
            if surely or _is_known(corpus.lower, head.start(1), end, head[1] + word):
                yield _joined(corpus, head.start(1), end)
        elif (
            tail
            and is_syllable(word + tail[1])
            and _is_known(corpus.lower, start, tail.end(), word + tail[1])
        ):
            yield _joined(corpus, start, tail.end())


def _alone(subject: Subject) -> Iterator[tuple[int, int]]:
    """Where consonants stand alone between spaces, and behind no word that they are a label of."""
    text = subject.corpus.lower
    for consonant in CONSONANTS & subject.words.small:
        for sign in _BEHIND:
            start = text.find(f" {consonant}{sign}")
            while start >= 0:
                if not labelled(text, start):
                    yield start + 1, start + 1 + len(consonant)
                start = text.find(f" {consonant}{sign}", start + 1)


def _joined(corpus: Corpus, start: int, end: int) -> Found:
    text = corpus.text[start:end]
    right = text.replace(" ", "")
    return Found(corpus.span(start, end), {"text": text, "right": right}, right)


def _is_known(text: str, start: int, end: int, word: str) -> bool:
    """Whether the joined syllable makes a word with the one before or after it."""
    before = "".join(text[max(0, start - 12) : start].split()[-1:]).strip(_SIGNS)
    after = "".join(text[end : end + 12].split()[:1]).strip(_SIGNS)
    return is_compound(before, word) or is_compound(word, after)


RULES: tuple[Rule, ...] = (
    Rule(
        "KH529",
        Severity.WARNING,
        "Âm tiết bị tách đôi",
        "“{text}” bị tách bằng dấu cách, đúng là “{right}”",
        why="Phụ âm không đứng một mình; dấu cách thừa làm hỏng từ và việc tìm kiếm.",
        wrong="loi_dan: Nâng cấp hệ thống thô ng tin\n",
        right="loi_dan: Nâng cấp hệ thống thông tin\n",
        fix="bỏ dấu cách: “{right}”",
        limits="Chỉ thấy khi một nửa chỉ còn phụ âm và cả từ ghép có trong danh sách đi kèm.",
        local=True,
        find=_split,
    ),
)
