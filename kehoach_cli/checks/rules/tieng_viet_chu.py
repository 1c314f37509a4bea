"""KH520-KH524: letters: wrong scripts, lost ones, wrong encodings."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Corpus, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import around
from kehoach_cli.vietnamese.lists import entries

_INVISIBLE = frozenset(
    "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_LOST = Pattern(r"\ufffd+|(?<=[^\W\d_])\?(?=[^\W\dA-Z_])", needs=("?", "\ufffd"))
_ADDRESS = frozenset("/@=.&")
_SYMBOLS = Pattern(r"[\uf000-\uf0ff]")
_TWICE_ENCODED = Pattern(
    r"á[»º]|Ã[\u0080-\u00bf]|Æ[°¡]|Ä[‘\u0090\u0091]|â€", needs=("á»", "áº", "Ã", "Æ", "Ä", "â€")
)
_OLD_CODES = frozenset("µ\u00b8¶·¹¨¾¼½©®ª¬¢£¤¥¦§ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñöøûüþÿ")
"""Signs that TCVN3 and VNI letters become, none of them Vietnamese."""
_FEWEST_OLD = 3


def _lookalikes(subject: Subject) -> Iterator[Found]:
    text = subject.corpus.text
    table = {chr(int(code, 16)): right for code, right in entries("lookalikes")}
    for letter in sorted(c for c in subject.words.letters if c in table or _other_script(c)):
        for start in _all(text, letter):
            beside = text[start - 1 : start] + text[start + 1 : start + 2]
            if any(char.isalpha() and not _other_script(char) for char in beside):
                word = around(text, start)
                facts = {"letter": letter, "code": f"U+{ord(letter):04X}", "text": word}
                yield Found(subject.corpus.span(start, start + 1), facts, table.get(letter))


def _other_script(char: str) -> bool:
    """Whether it is Greek or Cyrillic."""
    return "\u0370" <= char <= "\u052f"


def _all(text: str, letter: str) -> Iterator[int]:
    start = text.find(letter)
    while start >= 0:
        yield start
        start = text.find(letter, start + 1)


def _invisible(subject: Subject) -> Iterator[Found]:
    for letter in sorted(_INVISIBLE & subject.words.letters):
        for start in _all(subject.corpus.text, letter):
            facts = {"code": f"U+{ord(letter):04X}"}
            yield Found(subject.corpus.span(start, start + 1), facts, repair="")


def _lost(subject: Subject) -> Iterator[Found]:
    for match in _LOST.search(subject.corpus):
        word, span = around(subject.corpus.text, match.start()), subject.corpus.span(*match.span())
        if not (_ADDRESS & set(word) or span.source.bad_bytes):  # of all those KH001 tells once
            yield Found(span, {"text": word})


def _symbols(subject: Subject) -> Iterator[Found]:
    if any("\uf000" <= char <= "\uf0ff" for char in subject.words.letters):
        for match in _SYMBOLS.search(subject.corpus):
            code = {"code": f"U+{ord(match[0]):04X}"}
            yield Found(subject.corpus.span(*match.span()), code)


def _old_codes(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    twice = list(_TWICE_ENCODED.search(corpus))
    if twice:
        facts = {"text": around(corpus.text, twice[0].start()), "count": str(len(twice))}
        yield Found(corpus.span(*twice[0].span()), facts)
    elif _OLD_CODES & subject.words.letters:
        yield from _old_words(corpus)


def _old_words(corpus: Corpus) -> Iterator[Found]:
    """The first word of a text in TCVN3 or VNI."""
    chunks = dict.fromkeys(
        chunk for chunk in corpus.text.split() if _OLD_CODES & set(chunk.rstrip(".,;:)”®©"))
    )
    strange = [chunk for chunk in chunks if any(char.isalpha() for char in chunk)]
    if len(strange) >= _FEWEST_OLD:
        start = corpus.text.index(strange[0])
        facts = {"text": strange[0], "count": str(len(strange))}
        yield Found(corpus.span(start, start + len(strange[0])), facts)


RULES: tuple[Rule, ...] = (
    Rule(
        "KH520",
        Severity.ERROR,
        "Chữ của bảng chữ khác",
        "Trong “{text}” có chữ {code} giống chữ Việt nhưng không phải chữ Việt",
        why="Trông như nhau nhưng tìm kiếm không thấy và phông chữ có thể in ra hình khác.",
        wrong="loi_dan: Sở N\u1ed9i v\u1ee5 tr\u01b0\u043eng\n",
        right="loi_dan: Sở Nội vụ trong\n",
        fix="gõ lại chữ ấy bằng bàn phím tiếng Việt",
        limits="Không báo chữ Hy Lạp, chữ Nga đứng riêng như ký hiệu.",
        local=True,
        find=_lookalikes,
    ),
    Rule(
        "KH521",
        Severity.WARNING,
        "Ký tự không nhìn thấy",
        "Ở đây có ký tự không nhìn thấy {code}",
        why="Ký tự này chia một từ làm hai khi tìm kiếm, có thể làm dòng ngắt sai chỗ.",
        wrong='loi_dan: "Kế\\u200bhoạch"\n',
        right="loi_dan: Kếhoạch\n",
        fix="xóa ký tự ấy",
        limits="Không xét dấu cách không ngắt dòng, vì có khi được dùng có chủ ý.",
        local=True,
        find=_invisible,
    ),
    Rule(
        "KH522",
        Severity.ERROR,
        "Chữ đã mất",
        "Trong “{text}” có chữ đã mất",
        why="Khi đổi bảng mã, chữ không đổi được thành dấu hỏi; chữ gốc không còn.",
        wrong="loi_dan: Ủy ban nhân dân t?nh\n",
        right="loi_dan: Ủy ban nhân dân tỉnh\n",
        fix="gõ lại từ ấy theo bản gốc",
        limits="Chỉ thấy dấu hỏi nằm giữa một từ.",
        local=True,
        find=_lost,
    ),
    Rule(
        "KH523",
        Severity.WARNING,
        "Ký hiệu của phông Symbol",
        "Ở đây có ký hiệu {code} của phông Symbol hoặc Wingdings",
        why="Ngoài phông ấy, ký hiệu in ra thành ô vuông.",
        wrong='loi_dan: "\\uf0b7 Mạng nội bộ"\n',
        right='loi_dan: "- Mạng nội bộ"\n',
        fix="thay bằng dấu gạch đầu dòng hoặc chữ thường",
        limits="Không biết ký hiệu ấy vốn có hình gì.",
        local=True,
        find=_symbols,
    ),
    Rule(
        "KH524",
        Severity.ERROR,
        "Chữ sai bảng mã",
        "“{text}” là chữ sai bảng mã ({count} chỗ)",
        why="Chữ gõ bằng bảng mã cũ (TCVN3, VNI) hay bị đổi mã hai lần thì không đọc được.",
        wrong="loi_dan: nhµ ho¹ch øng\n",
        right="loi_dan: nhà hoạch ứng\n",
        fix="chuyển tệp gốc sang Unicode bằng bộ gõ tiếng Việt, rồi dán lại",
        limits="Với TCVN3, VNI chỉ báo khi có từ ba từ trở lên.",
        local=True,
        find=_old_codes,
    ),
)
