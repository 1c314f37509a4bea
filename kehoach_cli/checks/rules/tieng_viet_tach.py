"""KH529: syllables into which a space was typed."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.rules.tieng_viet_chu import CONSONANTS, labelled
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.lists import compounds
from kehoach_cli.vietnamese.syllables import is_syllable

_SIGNS = ".,;:()“”"
_END = Pattern(
    r"(?<![^\W\d_])(?P<a>[^\W\d_]+) (?P<b>ng|nh|ch|[cmnpt])(?![^\W\d_]|[.)/])",
    needs=(" ng", " nh", " ch", " c", " m", " n", " p", " t"),
    lower=True,
)
_BEGIN = Pattern(
    r"(?<![^\W\d_])(?P<a>ngh|ng|nh|ch|tr|th|kh|ph|gh|[bcdđghklmnpqrstvx])"
    r" (?P<b>[aăâeêioôơuưyà-ỹ][^\W\d_]*)",
    lower=True,
)


def _split(subject: Subject) -> Iterator[Found]:
    corpus, told = subject.corpus, 0
    if not CONSONANTS & subject.words.small:
        return
    found = [match for one in (_END, _BEGIN) for match in one.search(corpus)]
    for match in sorted(found, key=lambda match: match.start()):
        word = match["a"] + match["b"]
        if match.start() < told or not is_syllable(word) or labelled(corpus.lower, match.start()):
            continue
        surely = match["a"] not in CONSONANTS and not is_syllable(match["a"])
        if surely or _is_known(corpus.lower, *match.span(), word):
            told = match.end()
            text = corpus.text[match.start() : told]
            right = text.replace(" ", "")
            yield Found(corpus.span(match.start(), told), {"text": text, "right": right}, right)


def _is_known(text: str, start: int, end: int, word: str) -> bool:
    """Whether the joined syllable makes a word with the one before or after it."""
    before = "".join(text[max(0, start - 12) : start].split()[-1:]).strip(_SIGNS)
    after = "".join(text[end : end + 12].split()[:1]).strip(_SIGNS)
    return (before, word) in compounds() or (word, after) in compounds()


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
