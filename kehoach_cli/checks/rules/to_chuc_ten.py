"""KH605-KH606: agencies that never were, places spelt in two ways."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import whole
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.text import CAPITALS, fold, fold_tone, nearest

_AGENCY = Pattern(
    rf"(?P<head>Sở|Bộ) (?P<name>[{CAPITALS}][^\W\d_]*(?:(?:,| và| -|) [^\W\d_]+){{0,6}})",
    needs=("Sở ", "Bộ "),
)
_SHORT = pattern(rf"[{CAPITALS}&]{{2,}}|[{CAPITALS}]\w*[{CAPITALS}&]")
_SLIPS = 5


@lru_cache(maxsize=2)
def _fields(head: str) -> dict[str, str]:
    """The fields of ministries, or departments, of today and of former times, by what folds."""
    found: list[str] = []
    for heads, name, *others in entries("agencies"):
        if head in heads.split(", "):
            found += [name, *(other for more in others for other in more.split("; "))]
    found += [name for heads, name in entries("agencies_former") if head in heads.split(", ")]
    return {_plain(name): name for name in found}


def _plain(name: str) -> str:
    return " ".join(fold(name).replace(",", " ").replace("-", " ").split())


def _never(subject: Subject) -> Iterator[Found]:
    """Departments whose field no list knows; ministries where a known one begins so."""
    corpus = subject.corpus
    seen: set[str] = set()
    for match in _AGENCY.search(corpus):
        head, name = match["head"], match["name"]
        if _SHORT.match(name) or f"{head} {name}" in seen:
            continue
        seen.add(f"{head} {name}")
        fields, words = _fields(head), _plain(name)
        if any(f"{words} ".startswith(f"{field} ") for field in fields):
            continue
        begun = any(field.split()[0] == words.split()[0] for field in fields)
        if begun:
            likely = nearest(name, fields.values(), _SLIPS) or ""
            facts = {"text": f"{head} {name}", "near": f"{head} {likely}" if likely else ""}
            yield Found(corpus.span(*match.span()), facts)


_NAME = rf"(?P<name>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,3}})"
_KINDS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã"
_OWN = pattern(rf"(?i:{_KINDS}) {_NAME}")
_PLACE = Pattern(
    rf"(?P<kind>{_KINDS}) {_NAME}", needs=tuple(f"{kind} " for kind in _KINDS.split("|"))
)
_INITIALS = (("ch", "tr"), ("s", "x"), ("gi", "d"), ("d", "r"), ("gi", "r"), ("l", "n"))


def _misspelt(subject: Subject) -> Iterator[Found]:
    """Names of places that differ from the issuer's, or each other, in marks or an initial."""
    own = list(_own_names(subject))
    told: set[int] = set()
    for name in own:
        for start, end, text in _variants(subject, name):
            told.add(start)
            yield Found(subject.corpus.span(start, end), {"text": text, "right": name})
    spelled: dict[tuple[str, str], list[re.Match[str]]] = {}
    for match in _PLACE.search(subject.corpus):
        spelled.setdefault((match["kind"], fold(match["name"])), []).append(match)
    for found in spelled.values():
        names = [fold_tone(match["name"]) for match in found]
        usual = max(names, key=names.count)
        for match, name in zip(found, names, strict=True):
            if name != usual and match.start("name") not in told:
                facts = {"text": match["name"], "right": usual}
                yield Found(subject.corpus.span(*match.span("name")), facts)


def _own_names(subject: Subject) -> Iterator[str]:
    """The names of the places that the plan is of."""
    head = subject.plan.van_ban
    texts = (head.co_quan_ban_hanh, head.co_quan_chu_quan) if head else ()
    matches = (_OWN.search(text or "") for text in texts)
    yield from dict.fromkeys(match["name"] for match in matches if match)


def _variants(subject: Subject, name: str) -> Iterator[tuple[int, int, str]]:
    """Where a name of two syllables stands with other marks, or another initial."""
    syllables = name.lower().split()
    if len(syllables) != 2:
        return
    known, corpus = subject.words, subject.corpus
    one, two = ([*_alike(known.folded, syllable)] for syllable in syllables)
    for first, last in ((a, b) for a in one for b in two if known.meet(a, b)):
        wrong = f"{first} {last}"
        if fold_tone(wrong) == fold_tone(name.lower()):
            continue
        for start, end in whole(corpus.lower, wrong):
            text = corpus.text[start:end]
            if text.istitle() and not _known_place(text):
                yield start, end, text


def _alike(folded: dict[str, list[str]], syllable: str) -> Iterator[str]:
    """The words there that are a syllable with other marks or an initial spoken alike."""
    plain = fold(syllable)
    yield from folded.get(plain, ())
    for pair in _INITIALS:
        for one, other in (pair, pair[::-1]):
            if plain.startswith(one):
                yield from folded.get(other + plain.removeprefix(one), ())


def _known_place(name: str) -> bool:
    return any(
        name in line for part in ("provinces", "provinces_gone") for (line, *_) in entries(part)
    )


_HEAD = "van_ban: {co_quan_ban_hanh: Ủy ban nhân dân phường Lê Chân}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH605",
        Severity.WARNING,
        "Không có cơ quan tên ấy",
        "Không có “{text}” trong các bộ, sở từ trước đến nay",
        why="Giao việc cho cơ quan không có thì không ai thực hiện.",
        wrong="loi_dan: Giao Sở Thông tin và Du lịch chủ trì\n",
        right="loi_dan: Giao Sở Thông tin và Truyền thông chủ trì\n",
        fix="ghi đúng tên cơ quan",
        near="có phải “{near}”?",
        limits="Chỉ xét bộ, sở mà chữ đầu của lĩnh vực giống một bộ, sở đã biết.",
        local=True,
        find=_never,
    ),
    Rule(
        "KH606",
        Severity.WARNING,
        "Địa danh viết hai cách",
        "“{text}” ở chỗ khác viết “{right}”",
        why="Tên một nơi chỉ có một cách viết; khác dấu, khác âm đầu thường do gõ nhầm.",
        wrong=_HEAD + "loi_ket: Trên đây là Kế hoạch của phường Lê Trân.\n",
        right=_HEAD + "loi_ket: Trên đây là Kế hoạch của phường Lê Chân.\n",
        fix="ghi {right}; nếu là hai nơi thì bỏ qua",
        limits="Hai nơi khác nhau có thể chỉ khác dấu.",
        local=True,
        find=_misspelt,
    ),
)
