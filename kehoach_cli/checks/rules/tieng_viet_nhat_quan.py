"""KH550-KH559: one plan spells one thing one way. Both ways are right, so these only hint."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kehoach_cli.checks.corpus import Corpus, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import Words
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.text import tone_is_late, upper_first

_I_AND_Y = (
    *(("tỷ", "tỉ"), ("quy", "qui"), ("quý", "quí"), ("kỹ", "kĩ"), ("kỳ", "kì")),
    *(("lý", "lí"), ("ký", "kí"), ("sỹ", "sĩ"), ("kỷ", "kỉ"), ("hy", "hi"), ("quỹ", "quĩ")),
)
_NAMES = frozenset(("Lý", "Kỳ", "Quý", "Quỳ", "Hy", "Kỷ", "Sỹ"))
_PERIOD = Pattern(r"(?:19|20)(?<![0-9/]..)[0-9]{2}( ?[-–—] ?)(?:19|20)[0-9]{2}(?![0-9/])")
_PROSE = frozenset(("doan_van", "muc", "loi_dan"))
_CELLS = frozenset(("thoi_gian", "o"))
"""Short forms ("2016-2020") are usual in cells, so these are compared with one another only."""
_STARTS = frozenset("\n.:;“(")

Places = Mapping[str, list[tuple[int, int]]]


def _tones(subject: Subject) -> Iterator[Found]:
    placed = {word: tone_is_late(word) for word in subject.words.small}
    if not {True, False} <= {*placed.values()}:
        return
    late: dict[str, list[tuple[int, int]]] = {}
    early: dict[str, list[tuple[int, int]]] = {}
    for word in sorted(w for w in subject.words.spelled if placed[w.lower()] is not None):
        kind = late if placed[word.lower()] else early
        found = (at for at in subject.words.typed(word) if not _is_person(subject.corpus, at[0]))
        kind.setdefault(word.lower(), []).extend(found)
    if late and early:
        rare, many = (late, early) if _count(late) <= _count(early) else (early, late)
        yield from _firsts(subject.corpus, rare, _count(many))


def _is_person(corpus: Corpus, start: int) -> bool:
    """Whether a word is of a signer's name, which is spelt as his papers have it."""
    return corpus.item(start).key == "ho_ten"


def _count(places: Places) -> int:
    return sum(len(found) for found in places.values())


def _firsts(corpus: Corpus, rare: Places, many: int) -> Iterator[Found]:
    """The first place of each of the rarer spellings."""
    for found in rare.values():
        if found:
            start, end = min(found)
            facts = {"text": corpus.text[start:end], "few": str(len(found)), "many": str(many)}
            yield Found(corpus.span(start, end), facts)


def _i_and_y(subject: Subject) -> Iterator[Found]:
    for pair in _I_AND_Y:
        if all(word in subject.words.small for word in pair):
            places = {word: list(_common(subject.words, word)) for word in pair}
            few, many = sorted(places, key=lambda word: len(places[word]))
            if places[few]:
                start, end = min(places[few])
                facts = {
                    "text": subject.corpus.text[start:end],
                    "few": str(len(places[few])),
                    "other": many,
                    "many": str(len(places[many])),
                }
                yield Found(subject.corpus.span(start, end), facts)


def _common(words: Words, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands that is no name of a person or place."""
    for typed in (word, upper_first(word)):
        if typed in words.spelled and typed not in _NAMES:
            yield from words.typed(typed)


def _capitals(subject: Subject) -> Iterator[Found]:
    for (phrase,) in entries("one_way"):
        if subject.words.may_have(phrase):
            yield from _mixed(subject.corpus, list(subject.words.places(phrase)))


def _mixed(corpus: Corpus, places: list[tuple[int, int]]) -> Iterator[Found]:
    """The first place of each spelling that is not the commonest."""
    found: dict[str, list[tuple[int, int]]] = {}
    # Those that open a sentence come last: their capital may belong to either spelling.
    for start, end in sorted(places, key=lambda place: _opens(corpus.text, place[0])):
        text = corpus.text[start:end]
        if not text.isupper():
            same = [known for known in found if known[1:] == text[1:]]
            text = same[0] if same and _opens(corpus.text, start) else text
            found.setdefault(text, []).append((start, end))
    commonest, *others = sorted(found, key=lambda text: -len(found[text])) or [""]
    for text in others:
        facts = {"text": text, "few": str(len(found[text])), "other": commonest}
        facts["many"] = str(len(found[commonest]))
        yield Found(corpus.span(*min(found[text])), facts)


def _opens(text: str, start: int) -> bool:
    """Whether a capital there says nothing: a sentence, a line or a cell begins with it."""
    if not text[start].isupper():
        return False
    before = text[max(0, start - 4) : start].rstrip(" -+*")
    return not before or before[-1] in _STARTS


def _periods(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    periods = [(corpus.item(match.start()).key, match) for match in _PERIOD.search(corpus)]
    for keys, where in ((_PROSE, "của văn bản"), (_CELLS, "trong các ô")):
        yield from _dashes(corpus, [match for key, match in periods if key in keys], where)


def _dashes(corpus: Corpus, periods: list[re.Match[str]], where: str) -> Iterator[Found]:
    """The first period of each spelling that is not the commonest of these."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in periods:
        found.setdefault(match[1], []).append(match.span())
    for dash in _rarer(found):
        start, end = found[dash][0]
        facts = {"text": corpus.text[start:end], "few": str(len(found[dash])), "where": where}
        facts["many"] = str(sum(map(len, found.values())) - len(found[dash]))
        yield Found(corpus.span(start, end), facts)


def _rarer(found: Mapping[str, list[tuple[int, int]]]) -> Iterable[str]:
    """All but the commonest."""
    return sorted(found, key=lambda key: -len(found[key]))[1:]


RULES: tuple[Rule, ...] = (
    Rule(
        "KH550",
        Severity.INFO,
        "Đặt dấu thanh hai kiểu",
        "“{text}” ({few} chỗ) đặt dấu thanh khác kiểu với {many} chỗ còn lại của văn bản",
        why="Hai kiểu đều đúng (hóa, hoá), nhưng tìm kiếm không coi là một từ.",
        wrong="loi_dan: Ủy ban hóa và Uỷ ban\n",
        right="loi_dan: Ủy ban hóa và Ủy ban\n",
        fix="chọn một kiểu đặt dấu trong bộ gõ và gõ lại từ ấy",
        limits="Không biết cơ quan đã chọn kiểu nào, nên báo kiểu ít gặp hơn.",
        find=_tones,
    ),
    Rule(
        "KH551",
        Severity.INFO,
        "Viết lẫn i và y",
        "“{text}” ({few} chỗ) và “{other}” ({many} chỗ) cùng có trong văn bản",
        why="Hai cách viết đều được chấp nhận; một văn bản nên dùng một cách.",
        wrong="loi_dan: Quy chế và qui định\n",
        right="loi_dan: Quy chế và quy định\n",
        fix="viết thống nhất “{other}”",
        limits="Không xét chữ trong tên người, tên đất.",
        find=_i_and_y,
    ),
    Rule(
        "KH552",
        Severity.INFO,
        "Một tên viết hoa hai cách",
        "“{text}” ({few} chỗ) và “{other}” ({many} chỗ) cùng có trong văn bản",
        why="Một tên viết hai cách khiến người đọc ngờ là hai thứ khác nhau.",
        wrong="loi_dan: Giao các Sở, ban, ngành và các sở, ban, ngành\n",
        right="loi_dan: Giao các sở, ban, ngành và các sở, ban, ngành\n",
        fix="viết thống nhất “{other}”",
        limits="Chỉ xét những tên có trong danh sách đi kèm, không xét chữ đầu câu.",
        find=_capitals,
    ),
    Rule(
        "KH553",
        Severity.INFO,
        "Khoảng năm viết hai cách",
        "“{text}” ({few} chỗ) có dấu gạch viết khác {many} chỗ còn lại {where}",
        why="Viết khoảng năm một cách thì tìm kiếm và đọc dễ hơn.",
        wrong="loi_dan: Giai đoạn 2016 - 2020 và 2011-2015\n",
        right="loi_dan: Giai đoạn 2016 - 2020 và 2011 - 2015\n",
        fix="viết dấu gạch như các chỗ kia",
        limits="Lời văn so với lời văn, ô của bảng so với ô của bảng.",
        find=_periods,
    ),
)
