"""KH525-KH527, KH529: syllables that are broken, split, without marks, or cannot be."""

from collections.abc import Iterator
from itertools import groupby

from kehoach_cli.checks.corpus import Corpus, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import Words
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import is_compound, words
from kehoach_cli.vietnamese.syllables import (
    is_alphabet,
    is_syllable,
    lost_marks,
    mended,
    with_other_tone,
)
from kehoach_cli.vietnamese.text import like

_BROKEN = Pattern(r"(?<=[ (])(?:ngh|nh|ng|ch|tr|th|kh|ph|gh|[bcdđghklmnpqrstvx])(?= )", lower=True)
_CONSONANTS_LIST = "ngh nh ng ch tr th kh ph gh b c d đ g h k l m n p q r s t v x"
_CONSONANTS = frozenset(_CONSONANTS_LIST.split())
"""What a broken word may leave standing alone; none of them is a word."""
_FEWEST_BROKEN = 3
_LABELS_LIST = (
    "điểm khoản mục lớp nhóm bảng hình lục cột hàng tổ loại hạng khu ô tuyến gói phần câu"
)
_LABELS = frozenset(_LABELS_LIST.split())
_SIGNS = ".,;:()“”"
_FINALS = frozenset(("ng", "nh", "ch", "c", "m", "n", "p", "t"))
_BEHIND = " ,;.:\n"
_FAR = 12
_BEFORE = pattern(r"(?<![^\W\d_])([^\W\d_]+) $")
_AFTER = pattern(r" ([^\W\d_]+)")


def _broken(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    alone = _CONSONANTS & subject.words.small
    counts = (corpus.lower.count(f"{sign}{letter} ") for letter in alone for sign in " (")
    if len(alone) < _FEWEST_BROKEN or 2 * sum(counts) < _FEWEST_BROKEN:  # "t t" counts once
        return
    places = (m.span() for m in _BROKEN.search(corpus) if not _labelled(corpus.lower, m.start()))
    for item, found in groupby(places, lambda place: corpus.item(place[0])):
        spans = list(found)
        if len(spans) >= _FEWEST_BROKEN:
            facts = {"text": corpus.text[spans[0][0] : spans[0][1]], "count": str(len(spans))}
            yield Found(item.span(*spans[0]), facts)


def _labelled(text: str, start: int) -> bool:
    """Whether a lone letter is a label or a unit: điểm b, lớp A, 20 m."""
    before = text[max(0, start - 12) : start].split()[-1:]
    return bool(before) and (before[0] in _LABELS or before[0][-1].isdigit())


def _syllables(subject: Subject) -> Iterator[Found]:
    strange = {word for word in subject.words.small if not (word.isascii() or is_syllable(word))}
    strange = {word for word in strange - words("loan_words") if len(word) > 1}
    for word in sorted(w for w in subject.words.spelled if strange and w.lower() in strange):
        right = mended(word.lower())
        if (right or word.islower()) and is_alphabet(word.lower()):
            for start, end in subject.words.typed(word):
                text = subject.corpus.text
                if not right and (_transliterated(text, start, end) or _goes_on(text, start, end)):
                    continue
                repair = like(word, right) if right else None
                facts = {"text": word, "near": repair or ""}
                yield Found(subject.corpus.span(start, end), facts, repair)


def _wrong_tones(subject: Subject) -> Iterator[Found]:
    """Syllables that no word has, where hỏi stands for ngã, or ngã for hỏi."""
    for word in sorted(words("wrong_tones") & subject.words.small):
        for typed in sorted({word, word.upper()} & subject.words.spelled):
            right = like(typed, with_other_tone(word))
            for place in subject.words.typed(typed):
                yield Found(subject.corpus.span(*place), {"text": typed, "near": right}, right)


def _never_words(subject: Subject) -> Iterator[Found]:
    yield from _syllables(subject)
    yield from _wrong_tones(subject)


def _transliterated(text: str, start: int, end: int) -> bool:
    """Whether a syllable is joined to others by hyphens, as foreign names are: Ô-xtrây-li-a."""
    return "-" in (text[start - 1 : start], text[end : end + 1])


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the rest of the syllable stands behind a space, of which KH529 tells: tuyê n."""
    rest = text[end : end + 4].split(" ")[1:2] if text[end : end + 1] == " " else []
    return any(
        is_syllable((text[start:end] + last).lower()) for last in rest if last in _CONSONANTS
    )


def _unmarked(subject: Subject) -> Iterator[Found]:
    bare = {word for word in subject.words.small if word.isascii() and lost_marks(word)}
    bare -= words("loan_words")
    for word in sorted(w for w in subject.words.spelled if bare and w.lower() in bare):
        if word.islower() or word.istitle():
            yield from _first(subject.words, word)


def _first(known: Words, word: str) -> Iterator[Found]:
    for start, end in known.typed(word):
        yield Found(known.corpus.span(start, end), {"text": word})
        return


def _split(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for start, end in sorted(_alone(subject)):
        word = corpus.lower[start:end]
        head = _BEFORE.search(corpus.lower, max(0, start - _FAR), start)
        tail = _AFTER.match(corpus.lower, end)
        if head and word in _FINALS and is_syllable(head[1] + word):
            surely = head[1] not in _CONSONANTS and not is_syllable(head[1])
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
    for consonant in _CONSONANTS & subject.words.small:
        for sign in _BEHIND:
            start = text.find(f" {consonant}{sign}")
            while start >= 0:
                if not _labelled(text, start):
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
        "KH525",
        Severity.ERROR,
        "Từ bị rụng chữ",
        "Từ “{text}” trở đi có {count} mảnh từ chỉ còn phụ âm",
        why="Chuyển tệp PDF thành chữ có khi làm rơi ạ, ộ, ế, đ; phần còn lại không đọc được.",
        wrong="loi_dan: Ủy ban nhân dân t nh quy t đ nh ban hành k ho ch\n",
        right="loi_dan: Ủy ban nhân dân tỉnh quyết định ban hành kế hoạch\n",
        fix="lấy lại chữ từ tệp gốc, hoặc gõ lại đoạn này",
        limits="Đoạn có dưới ba mảnh từ thì không báo.",
        local=True,
        find=_broken,
    ),
    Rule(
        "KH526",
        Severity.WARNING,
        "Âm tiết tiếng Việt không có",
        "“{text}” không phải một âm tiết tiếng Việt",
        why="Tiếng Việt không ghép âm đầu, vần, thanh như vậy, hay không có từ nào đọc như vậy; "
        "thường do gõ nhầm, lẫn hỏi với ngã.",
        wrong="loi_dan: Hòan thành ngừơi\n",
        right="loi_dan: Hoàn thành người\n",
        fix="gõ lại từ ấy",
        near="có phải “{near}”?",
        limits="Tên riêng và từ mượn ngoài danh sách đi kèm có thể bị báo nhầm.",
        local=True,
        find=_never_words,
    ),
    Rule(
        "KH527",
        Severity.WARNING,
        "Từ gõ thiếu dấu",
        "“{text}” thiếu dấu",
        why="Vần này không có từ nào không dấu; người đọc phải đoán.",
        wrong="loi_dan: Phục vụ nguoi dân\n",
        right="loi_dan: Phục vụ người dân\n",
        fix="gõ lại có dấu",
        limits="Từ không dấu mà vẫn là một từ (ban, dan, tin) thì không biết là thiếu.",
        local=True,
        find=_unmarked,
    ),
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
