"""KH554-KH556: one thing called in two ways: projects, columns of numbers, counts."""

import re
from collections.abc import Iterator
from itertools import islice

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.names import Name, names_in_tables, names_in_text
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_MOST_MORE = 3
"""Words that one of two names may have more: "(giai đoạn 1)"."""
_MOST_ALIKE = 20
"""Names that begin alike, beyond which they are a series."""
_PHASE = pattern(r"(?:giai doan|dot|lan|pha) (?:\d{1,2}|[ivx]+)|(?:nam )?(?:(?:19|20)\d\d ?){1,2}")
_PLACE = pattern(
    r"(?:cua |cho |tren dia ban )?(?:toan )?(?:tinh|thanh pho|huyen|xa|phuong|so|bo|nganh)\b"
)
"""What is left out where everybody knows it: "của tỉnh"."""
_IN_NUMBER = frozenset("0123456789.,/-")
_COUNT = Pattern(
    r"(?P<number>\d{1,2})(?P<what> (?:dịch vụ|dự án|nhiệm vụ|lớp|máy chủ)(?!\w))",
    needs=(" dịch vụ", " dự án", " nhiệm vụ", " lớp", " máy chủ"),
    lower=True,
)


def _two_names(subject: Subject) -> Iterator[Found]:
    rows = list(names_in_tables(subject))
    begun: dict[tuple[str, ...], list[Name]] = {}
    for row in rows:
        begun.setdefault(row.begin, []).append(row)
    few = [row for row in rows if len(begun[row.begin]) <= _MOST_ALIKE]
    known = {row.words for row in few}
    for name in (*few, *names_in_text(subject, few)):
        others = begun.get(name.begin, ())
        if len(others) > _MOST_ALIKE or (name.table is None and name.words in known):
            continue
        found = ((other, more) for other in others if (more := _apart(other, name)))
        for other, more in islice(found, 1):
            facts = {"text": first_words(name.text), "more": more}
            yield Found(name.span, {**facts, "line": str(other.span.first.line)})


def _apart(first: Name, name: Name) -> str:
    """The few words, in one place, that one of two names of one thing has more; "" if it is none.

    Of two tables the later one is told of, and only where a phase or a year is all that differs:
    other words tell rows apart.
    """
    if name.table is not None and (first.table is None or first.table >= name.table):
        return ""
    short, long = sorted((first, name), key=lambda one: len(one.words))
    a, b = short.words, long.words
    more = len(b) - len(a)
    if not 0 < more <= _MOST_MORE:
        return ""
    head = next((i for i, word in enumerate(a) if word != b[i]), len(a))
    between = " ".join(b[head : head + more])
    few = more < _MOST_MORE and more * 4 <= len(a)
    word = few and name.table is None and not _PLACE.match(between)
    if a[head:] != b[head + more :] or not (word or _PHASE.fullmatch(between)):
        return ""
    return " ".join(long.typed[head : head + more])


def _columns(subject: Subject) -> Iterator[Found]:
    """Columns of row numbers that some tables call TT and others STT."""
    first = ""
    for table in subject.tables:
        leaves = (leaf for top in table.cot or () for leaf in top.leaves())
        for cot in leaves:
            plain = fold(cot.ten or "").rstrip(".")
            if plain in ("tt", "stt"):
                first = first or plain
                if plain != first:
                    facts = {"text": plain.upper(), "other": first.upper()}
                    yield Found(cot.span("ten"), facts)


def _counts(subject: Subject) -> Iterator[Found]:
    """Counts below ten of one thing, with a zero before them and without."""
    corpus = subject.corpus
    kinds: dict[str, tuple[list[re.Match[str]], list[re.Match[str]]]] = {}
    for match in _COUNT.search(corpus):
        if 0 < int(match["number"]) <= 9 and corpus.text[match.start() - 1] not in _IN_NUMBER:
            kinds.setdefault(match["what"], ([], []))[len(match["number"]) - 1].append(match)
    for both in kinds.values():
        if all(both):
            rare, usual = (found[0].span() for found in sorted(both, key=len))
            facts = {"text": corpus.text[slice(*rare)], "other": corpus.text[slice(*usual)]}
            yield Found(corpus.span(*rare), facts)


_NAME = "Hệ thống thông tin kinh tế - xã hội của tỉnh"
_LISTED = f"du_an: [{{ten: Xây dựng {_NAME}}}]\n"
_TWO = (
    "noi_dung:\n- {{muc: A, bang: {{cot: [{{ten: TT}}, {{ten: Tên}}], hang: [[1, Mạng]]}}}}\n"
    "- {{muc: B, bang: {{cot: [{{ten: {}}}, {{ten: Tên}}], hang: [[1, Mạng]]}}}}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH554",
        Severity.INFO,
        "Một dự án gọi hai tên",
        "“{text}” khác tên ở dòng {line} chỉ ở chữ “{more}”",
        why="Tên trong bài và trong bảng khác nhau thì không rõ là một hay hai dự án.",
        wrong=f"{_LISTED}noi_dung: [{{muc: 'Xây dựng {_NAME} (giai đoạn 1)'}}]\n",
        right=f"{_LISTED}noi_dung: [{{muc: 'Xây dựng {_NAME}'}}]\n",
        fix="viết một tên ở mọi nơi; nếu là hai dự án hay hai giai đoạn thì nói rõ",
        limits="Chỉ nhận ra tên dài, giống nhau cả thứ tự, hơn kém một cụm không quá ba chữ.",
        find=_two_names,
    ),
    Rule(
        "KH555",
        Severity.INFO,
        "Cột số thứ tự gọi hai tên",
        "Cột này ghi “{text}”, bảng ở trên ghi “{other}”",
        why="Một văn bản gọi cột số thứ tự bằng một tên.",
        wrong=_TWO.format("STT"),
        right=_TWO.format("TT"),
        fix="ghi {other} ở mọi bảng, hoặc {text} ở mọi bảng",
        limits="Bảng chép nguyên từ biểu mẫu của cấp trên có thể phải giữ tên cũ.",
        find=_columns,
    ),
    Rule(
        "KH556",
        Severity.INFO,
        "Số đếm khi có khi không số 0",
        "“{text}” và “{other}” là hai cách ghi số đếm dưới 10",
        why="Một văn bản ghi số đếm dưới 10 một cách.",
        wrong="loi_dan: Có 01 dịch vụ mức 4 và 1 dịch vụ mức 3\n",
        right="loi_dan: Có 01 dịch vụ mức 4 và 02 dịch vụ mức 3\n",
        fix="ghi như các chỗ kia",
        limits="Chỉ so số đếm của cùng một thứ.",
        find=_counts,
    ),
)
