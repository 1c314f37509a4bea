"""KH506, KH528: words that stand there twice or are typed for others."""

from collections.abc import Iterator
from itertools import chain, product

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import Words, whole
from kehoach_cli.vietnamese.lists import entries_begun_by, is_compound, lines, words
from kehoach_cli.vietnamese.syllables import is_syllable, lost_marks
from kehoach_cli.vietnamese.text import fold_tone, like


def _slips(subject: Subject) -> Iterator[Found]:
    seen: set[int] = set()
    for wrong, right, *but in entries_begun_by(subject.words.small, "slips"):
        for start, end in subject.words.places(wrong):
            if not _right_after_all(subject.corpus.lower, start, end, but):
                yield from _slip(subject.corpus, (start, end), wrong, right, seen)
    # What is meant by other marks a person must say.
    for wrong, right, *but in _other_marks(subject.words):
        for start, end in subject.words.places(wrong):
            lower, typed = subject.corpus.lower, subject.corpus.text[start:end]
            name = typed.split()[1].istitle()  # Tu Mơ Rông, phường Tiên Phước
            if not (name or _right_after_all(lower, start, end, but) or _bound(lower, start, end)):
                for found in _slip(subject.corpus, (start, end), wrong, right, seen):
                    yield found._replace(repair=None)


def _slip(
    corpus: Corpus, place: tuple[int, int], wrong: str, right: str, seen: set[int]
) -> Iterator[Found]:
    """What is wrong in a phrase; each place is told of once."""
    first, last, put = _difference(wrong, right)
    start, end = place[0] + first, place[0] + last
    if start not in seen:
        seen.add(start)
        facts = {"text": corpus.text[slice(*place)], "right": right}
        yield Found(corpus.span(start, end), facts, like(corpus.text[start:end], put))


def _other_marks(known: Words) -> Iterator[tuple[str, ...]]:
    """The words of two syllables that stand there with other marks, as the list of slips has them.

    What is no syllable at all is told of by KH526, what has lost its marks by KH527.
    """
    folded, pairs = known.folded, known.pairs
    for line in lines("marks"):
        one, _, rest = line.partition(" ")
        if one not in folded:
            continue
        two, _, rest = rest.partition("|")
        for pair in product(folded[one], folded.get(two, ())):
            if pair in pairs:
                wrong, (right, *but) = " ".join(pair), rest.split("|")
                if wrong != right and _is_other(wrong, right):
                    yield (wrong, right, *but)


def _is_other(wrong: str, right: str) -> bool:
    """Whether some marks are others; of those left out, of what is no syllable other rules tell."""
    if wrong.isascii() or fold_tone(wrong) == right:
        return False
    return all(is_syllable(w) or (w.isascii() and not lost_marks(w)) for w in wrong.split())


def _bound(text: str, start: int, end: int) -> bool:
    """Whether two syllables belong to the words beside them: công chức | nâng cao."""
    first, last = text[start:end].split(" ")
    before = text[max(0, start - 12) : start].split(" ")[-2:-1]
    after = text[end : end + 12].split(" ")[1:2]
    words_here = ((one, first) for one in before), ((last, one.strip(".,;:)”")) for one in after)
    return any(is_compound(*pair) for pair in chain(*words_here))


def _right_after_all(text: str, start: int, end: int, but: list[str]) -> bool:
    """Whether one of the phrases in which the wrong one is right stands there."""
    near = text[max(0, start - 25) : end + 25]
    return any(phrase in near for phrase in "".join(but).split("; ") if phrase)


def _difference(wrong: str, right: str) -> tuple[int, int, str]:
    """Which words of the wrong phrase differ (offsets), and what to write there.

    Where a word is missing, the word before it and the missing one.
    """
    a, b = wrong.split(" "), right.split(" ")
    head = 0
    while head < len(a) - 1 and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head - 1 and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    if len(a) < len(b) and a[head] == b[head + 1]:
        head -= 1
    first = len(" ".join([*a[:head], ""]))
    return first, first + len(" ".join(a[head : len(a) - tail])), " ".join(b[head : len(b) - tail])


_SIGNS = ".,;:()“”"


def _doubled(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for word in subject.words.doubled():
        for start, end in whole(corpus.lower, f"{word} {word}"):
            if not _rightly_doubled(corpus.lower, start, end, word):
                span = corpus.span(start + len(word), end)
                yield Found(span, {"text": corpus.text[start:end]}, repair="")


def _rightly_doubled(text: str, start: int, end: int, word: str) -> bool:
    """Whether the syllable is doubled by nature, or ends one word and begins the next.

    Both words must be known: "ứng dụng công công nghệ" is a slip although "công nghệ" is a word.
    """
    if word in words("reduplications") or not word.replace(" ", "").isalpha():
        return True
    before = _bare(text[max(0, start - 12) : start].split()[-1:])
    after = _bare(text[end : end + 12].split()[:1])
    ends = is_compound(before, word) or is_compound("*", word)
    return ends and (is_compound(word, after) or is_compound(word, "*"))


def _bare(found: list[str]) -> str:
    """The one word found, without the signs that stand at it; "" where there is none."""
    return "".join(found).strip(_SIGNS)


RULES: tuple[Rule, ...] = (
    Rule(
        "KH506",
        Severity.WARNING,
        "Từ lặp hai lần",
        "“{text}” lặp hai lần",
        why="Từ lặp thường do chép, sửa mà chưa xóa chữ cũ.",
        wrong='loi_dan: "Xác định nội dung nội dung công việc."\n',
        right='loi_dan: "Luật Chuyển đổi số số 148/2025/QH15 dần dần được thực hiện."\n',
        fix="xóa một lần, nếu không phải từ láy",
        limits="Chỗ hết một từ và đầu từ sau trùng âm được nhận theo một danh sách từ ghép.",
        local=True,
        find=_doubled,
    ),
    Rule(
        "KH528",
        Severity.WARNING,
        "Gõ nhầm từ",
        "“{text}” gõ nhầm, đúng là “{right}”",
        why="Cụm từ này không có nghĩa trong văn bản hành chính.",
        wrong="loi_dan: Công tác tuyên tuyền dối với người dân\n",
        right="loi_dan: Công tác tuyên truyền đối với người dân\n",
        fix="sửa thành “{right}”",
        limits="Chỉ biết những lỗi có trong danh sách đi kèm.",
        local=True,
        find=_slips,
    ),
)
