"""KH605-KH606: agencies that never were, places spelt in two ways."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import whole
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.text import CAPITALS, fold, fold_tone, nearest

_FIELD = pattern(
    rf"[{CAPITALS}][^\W\d_]*(?:(?:,| và| -|) (?!Sở|Bộ|UBND|Ủy|Công an|Văn phòng|Ban |Cục|Đài|các)"
    r"[^\W\d_]+){0,6}"
)
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
    """Departments, ministries of which the field begins as a known one does, and is none."""
    corpus = subject.corpus
    seen: set[str] = set()
    for head in ("Sở", "Bộ"):
        usual = tuple(name for heads, name, *_ in entries("agencies") if head in heads.split(", "))
        begun = {name.split()[0] for name in usual}
        for start in _places(corpus.text, f"{head} "):
            short = not corpus.text[start + 1 : start + 2].islower()
            first = corpus.text[start : start + _FAR].split(" ")[0].rstrip(".,;")
            known = short or first not in begun or corpus.text.startswith(usual, start)
            match = None if known else _FIELD.match(corpus.text, start)
            if match is None or match[0] in seen:
                continue
            seen.add(match[0])
            fields, words = _fields(head), _plain(match[0])
            if any(_is_field(words, field, fields) for field in fields):
                continue
            likely = nearest(match[0], fields.values(), _SLIPS)
            facts = {"text": f"{head} {match[0]}", "near": f"{head} {likely}" if likely else ""}
            yield Found(corpus.span(start - len(head) - 1, match.end()), facts)


def _is_field(words: str, field: str, fields: Iterable[str]) -> bool:
    """Whether words begin with a field, and not with a longer one that is another in the end."""
    if not f"{words} ".startswith(f"{field} "):
        return False
    longer = any(one.startswith(f"{field} va ") for one in fields)
    return not (longer and words.startswith(f"{field} va ")) or words in fields


def _places(text: str, before: str) -> Iterator[int]:
    """Where a capital letter stands behind some words."""
    at = text.find(before)
    while at >= 0:
        end = at + len(before)
        if text[end : end + 1].isupper() and not text[at - 1 : at].isalnum():
            yield end
        at = text.find(before, end)


_FAR, _MOST = 60, 4
_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã")
_INITIALS = (("ch", "tr"), ("s", "x"), ("gi", "d"), ("d", "r"), ("gi", "r"), ("l", "n"))


def _misspelt(subject: Subject) -> Iterator[Found]:
    """Names of places that differ from the issuer's, or each other, in marks or an initial."""
    own = list(_own_names(subject))
    told: set[int] = set()
    for name in own:
        for start, end, text in _variants(subject, name):
            told.add(start)
            yield Found(subject.corpus.span(start, end), {"text": text, "right": name})
    for kind in _KINDS:
        for start, end, text, usual in _rarer(subject.corpus.text, kind):
            if start not in told:
                yield Found(subject.corpus.span(start, end), {"text": text, "right": usual})


def _name_at(text: str, start: int) -> str:
    """The two to four words with capitals that begin at an offset, "" where there are fewer."""
    found: list[str] = []
    for word in text[start : start + _FAR].split(" ")[:_MOST]:
        bare = word.rstrip(".,;:)\n\ue000").split("\n")[0]
        if not (bare.isalpha() and bare.istitle()):
            break
        found.append(bare)
        if bare != word:
            break
    return " ".join(found) if len(found) > 1 else ""


def _rarer(text: str, kind: str) -> Iterator[tuple[int, int, str, str]]:
    """The names of places of a kind that stand there more often with other marks."""
    places = ((start, _name_at(text, start)) for start in _places(text, f"{kind} "))
    found = [(start, name) for start, name in places if name]
    count = Counter(fold_tone(name) for _, name in found)
    usual: dict[str, str] = {}
    for name, _ in count.most_common():
        usual.setdefault(fold(name), name)
    for start, name in found if len(usual) < len(count) else ():
        right = usual[fold(name)]
        if fold_tone(name) != right:
            yield start, start + len(name), name, right


def _own_names(subject: Subject) -> Iterator[str]:
    """The names of the places that the plan is of."""
    head = subject.plan.van_ban
    texts = (head.co_quan_ban_hanh, head.co_quan_chu_quan) if head else ()
    found = (
        _name_at(text or "", start)
        for text in texts
        for kind in _KINDS
        for start in _places(text or "", f"{kind} ")
    )
    yield from dict.fromkeys(filter(None, found))


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
