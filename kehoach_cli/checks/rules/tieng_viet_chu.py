"""KH520-KH539: letters and words: wrong scripts, lost letters, syllables that cannot be."""

from collections.abc import Iterator
from itertools import chain, groupby

from kehoach_cli.checks.corpus import Corpus, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import Words, around
from kehoach_cli.vietnamese.lists import entries, is_compound, words
from kehoach_cli.vietnamese.syllables import is_alphabet, is_syllable, lost_marks, mended
from kehoach_cli.vietnamese.text import fold, fold_tone, upper_first

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
_BROKEN = Pattern(r"(?<=[ (])(?:ngh|nh|ng|ch|tr|th|kh|ph|gh|[bcdđghklmnpqrstvx])(?= )", lower=True)
_CONSONANTS_LIST = "ngh nh ng ch tr th kh ph gh b c d đ g h k l m n p q r s t v x"
CONSONANTS = frozenset(_CONSONANTS_LIST.split())
"""What a broken word may leave standing alone; none of them is a word."""
_FEWEST_BROKEN = 3
_LABELS_LIST = (
    "điểm khoản mục lớp nhóm bảng hình lục cột hàng tổ loại hạng khu ô tuyến gói phần câu"
)
_LABELS = frozenset(_LABELS_LIST.split())


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
        word = around(subject.corpus.text, match.start())
        if not _ADDRESS & set(word):
            yield Found(subject.corpus.span(*match.span()), {"text": word})


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


def _broken(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    if len(CONSONANTS & subject.words.small) < _FEWEST_BROKEN:
        return
    places = (m.span() for m in _BROKEN.search(corpus) if not labelled(corpus.lower, m.start()))
    for item, found in groupby(places, lambda place: corpus.item(place[0])):
        spans = list(found)
        if len(spans) >= _FEWEST_BROKEN:
            facts = {"text": corpus.text[spans[0][0] : spans[0][1]], "count": str(len(spans))}
            yield Found(item.span(*spans[0]), facts)


def labelled(text: str, start: int) -> bool:
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


def _transliterated(text: str, start: int, end: int) -> bool:
    """Whether a syllable is joined to others by hyphens, as foreign names are: Ô-xtrây-li-a."""
    return "-" in (text[start - 1 : start], text[end : end + 1])


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the rest of the syllable stands behind a space, of which KH529 tells: tuyê n."""
    rest = text[end : end + 4].split(" ")[1:2] if text[end : end + 1] == " " else []
    return any(is_syllable((text[start:end] + last).lower()) for last in rest if last in CONSONANTS)


def like(typed: str, right: str) -> str:
    """The right letters as large as the typed ones."""
    if typed.isupper():
        return right.upper()
    return upper_first(right) if typed[:1].isupper() else right


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


def _slips(subject: Subject) -> Iterator[Found]:
    seen: set[int] = set()
    for wrong, right, *but in entries("slips"):
        for start, end in subject.words.places(wrong):
            if not _right_after_all(subject.corpus.lower, start, end, but):
                yield from _slip(subject.corpus, (start, end), wrong, right, seen)
    # What is meant by other marks a person must say.
    for wrong, right, *but in _other_marks(subject.words):
        for start, end in subject.words.places(wrong):
            lower, typed = subject.corpus.lower, subject.corpus.text[start:end]
            name = all(word.istitle() for word in typed.split())  # Tu Mơ Rông
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
    typed: dict[str, list[str]] = {}
    for word in known.small:
        typed.setdefault(fold(word), []).append(word)
    for right, *but in entries("marks"):
        one, two = (typed.get(syllable, ()) for syllable in fold(right).split())
        for wrong in (f"{a} {b}" for a in one for b in two):
            if wrong == right or not known.meet(wrong) or wrong.isascii():
                continue
            if fold_tone(wrong) != right and all(map(is_syllable, wrong.split())):
                yield (wrong, right, *but)


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
        why="Tiếng Việt không ghép âm đầu, vần, thanh như vậy; thường do gõ nhầm.",
        wrong="loi_dan: Hòan thành ngừơi\n",
        right="loi_dan: Hoàn thành người\n",
        fix="gõ lại từ ấy",
        near="có phải “{near}”?",
        limits="Tên riêng và từ mượn ngoài danh sách đi kèm có thể bị báo nhầm.",
        local=True,
        find=_syllables,
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
