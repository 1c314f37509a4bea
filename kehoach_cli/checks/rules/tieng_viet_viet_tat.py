"""KH560-KH569: abbreviations: explained, once, before they are used."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import Words
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.syllables import is_syllable
from kehoach_cli.vietnamese.text import fold

_PROSE = frozenset(("doan_van", "muc", "loi_dan", "dieu"))
"""Fields in which an abbreviation must have been explained; cells of tables need not."""
_JOINED = frozenset("/-&_@")
_LABEL = pattern(r":? (?:[+]|[(]?0)[0-9][0-9. ()]{6}")
"""What follows the label of a number: "ĐT: 0912 345 678"."""
_SKIPPED = frozenset(("va", "va-", "-", "&", "cua", ","))


def _uses(words: Words, core: str) -> Iterator[tuple[int, int]]:
    """Where an abbreviation stands alone, not in the number of a document."""
    text = words.corpus.text
    for start, end in words.exactly(core):
        joined = text[start - 1 : start] in _JOINED or text[end : end + 1] in _JOINED
        # A number with a space in it, as in "NĐ- CP", is no matter of abbreviations.
        broken = text[start - 2 : start] in ("- ", "/ ") and text[start - 3 : start - 2].isalnum()
        if not (joined or broken):
            yield start, end


def _first_use(words: Words, core: str) -> tuple[int, int] | None:
    """The first place in prose."""
    corpus = words.corpus
    for start, end in _uses(words, core):
        if corpus.item(start).key not in _PROSE or _shouted(corpus.text, start, end):
            continue
        if not (_of_a_product(corpus.text, start) or _labels_a_number(corpus.text, end)):
            return start, end
    return None


def _labels_a_number(text: str, end: int) -> bool:
    opens = text[end : end + 3].lstrip(": ").startswith(("+", "(", "0"))
    return opens and _LABEL.match(text, end) is not None


def _of_a_product(text: str, start: int) -> bool:
    """Whether it ends a foreign name, as in "Windows XP"."""
    before = text[max(0, start - 20) : start].rpartition("\n")[2]
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return word.isascii() and word.istitle() and word.isalpha() and not is_syllable(word.lower())


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether its neighbours are in capitals too, as in a heading."""
    after = text[end : end + 20].split()[:1]
    before = text[max(0, start - 20) : start].split()[-1:]
    return all(word.isupper() and len(word) > 1 for word in (*before, *after)) and bool(
        before + after
    )


def _unexplained(subject: Subject) -> Iterator[Found]:
    for core, explained in subject.explained.items():
        use = None if explained else _first_use(subject.words, core)
        if use is not None:
            count = str(sum(1 for _ in _uses(subject.words, core)))
            yield Found(subject.corpus.span(*use), {"text": core, "count": count})


def _too_early(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for core, explained in subject.explained.items():
        use = _first_use(subject.words, core) if explained else None
        if use is not None and use[0] < explained[0][0]:
            place = corpus.span(explained[0][0], explained[0][0] + len(core)).first
            yield Found(corpus.span(*use), {"text": core, "line": str(place.line)})


def _two_meanings(subject: Subject) -> Iterator[Found]:
    for core, explained in subject.explained.items():
        meant = [(start, _long_form(before, core)) for start, before in explained]
        known = [(start, long) for start, long in meant if long]
        for (_, first), (start, second) in pairwise(known):
            if fold(first) != fold(second):
                facts = {"text": core, "first": first, "second": second}
                yield Found(subject.corpus.span(start, start + len(core)), facts)


def _long_form(before: str, core: str) -> str:
    """The words that the letters of an abbreviation stand for, "" where they do not fit."""
    wanted = [fold(letter) for letter in core if letter.isalpha()]
    taken: list[str] = []
    for word in reversed(before.replace(",", " ").split()):
        if fold(word) not in _SKIPPED:
            if fold(word)[:1] != wanted[-1]:
                break
            wanted.pop()
        taken.append(word)
        if not wanted:
            return " ".join(reversed(taken)).strip("-&“” ")
    return ""


def _two_spellings(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    groups: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for core in subject.abbreviations:
        groups.setdefault(core.replace("&", ""), {})[core] = list(_uses(subject.words, core))
    for spellings in groups.values():
        yield from _rare(corpus, {core: found for core, found in spellings.items() if found})


def _rare(corpus: Corpus, spellings: Mapping[str, list[tuple[int, int]]]) -> Iterator[Found]:
    """The first place of each spelling but the commonest."""
    common, *others = sorted(spellings, key=lambda core: -len(spellings[core])) or [""]
    for core in others:
        facts = {"text": core, "few": str(len(spellings[core])), "other": common}
        facts["many"] = str(len(spellings[common]))
        yield Found(corpus.span(*spellings[core][0]), facts)


RULES: tuple[Rule, ...] = (
    Rule(
        "KH560",
        Severity.WARNING,
        "Chữ viết tắt không giải thích",
        "“{text}” dùng {count} lần mà không được giải thích",
        why="Người nhận ngoài ngành có thể không hiểu chữ viết tắt.",
        wrong="noi_dung: [{muc: A, doan_van: Kết nối các CQNN của tỉnh.}]\n",
        right="noi_dung: [{muc: A, doan_van: Kết nối các cơ quan nhà nước (CQNN) của tỉnh.}]\n",
        fix="ở chỗ dùng đầu tiên viết đủ chữ rồi ghi ({text}) ngay sau",
        limits="Không xét bảng, nơi nhận, số ký hiệu, những chữ ai cũng biết như UBND, HĐND, "
        "và tên nước ngoài có chữ mà từ tiếng Việt không bắt đầu bằng (FAO, DICOM), "
        "hay đứng sau một từ nước ngoài (Windows XP), chữ trước số điện thoại (ĐT: 0912…).",
        find=_unexplained,
    ),
    Rule(
        "KH561",
        Severity.WARNING,
        "Chữ viết tắt dùng trước khi giải thích",
        "“{text}” đã dùng ở đây, đến dòng {line} mới được giải thích",
        why="Chữ viết tắt được giải thích ở chỗ dùng đầu tiên thì người đọc mới hiểu.",
        wrong="noi_dung:\n- {muc: A, doan_van: Các CQNN.}\n"
        "- {muc: B, doan_van: Các cơ quan nhà nước (CQNN).}\n",
        right="noi_dung:\n- {muc: A, doan_van: Các cơ quan nhà nước (CQNN).}\n"
        "- {muc: B, doan_van: Các CQNN.}\n",
        fix="chuyển lời giải thích lên đây",
        limits="Không xét bảng, nơi nhận và căn cứ.",
        find=_too_early,
    ),
    Rule(
        "KH562",
        Severity.WARNING,
        "Chữ viết tắt có hai nghĩa",
        "“{text}” được giải thích là “{first}”, ở đây là “{second}”",
        why="Một chữ viết tắt chỉ thay cho một tên trong cả văn bản.",
        wrong="noi_dung:\n- {muc: A, doan_van: Hệ thống thông tin (HTTT).}\n"
        "- {muc: B, doan_van: Hạ tầng truyền tải (HTTT).}\n",
        right="noi_dung:\n- {muc: A, doan_van: Hệ thống thông tin (HTTT).}\n"
        "- {muc: B, doan_van: Hạ tầng truyền tải.}\n",
        fix="dùng chữ viết tắt khác cho một trong hai tên",
        limits="Chỉ so được khi chữ viết tắt ghép từ chữ đầu của các từ đứng trước.",
        find=_two_meanings,
    ),
    Rule(
        "KH563",
        Severity.INFO,
        "Một tên viết tắt hai cách",
        "“{text}” ({few} chỗ) và “{other}” ({many} chỗ) là một chữ viết tắt",
        why="Hai cách viết tắt khiến người đọc ngờ là hai thứ khác nhau.",
        wrong="phu_luc: [{ten: Phần mềm QLVB&ĐH và QLVBĐH}]\n",
        right="phu_luc: [{ten: Phần mềm QLVBĐH và QLVBĐH}]\n",
        fix="viết thống nhất “{other}”",
        limits="Chỉ thấy hai cách khác nhau ở dấu &.",
        find=_two_spellings,
    ),
)
