"""KH540-KH544: capitals that Nghị định 30/2020/NĐ-CP, Phụ lục II fixes."""

from collections.abc import Iterator
from itertools import chain

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.lists import entries

_ANNEX = "Nghị định 30/2020/NĐ-CP, Phụ lục II, "
_NOT_A_NAME_LIST = (
    "các những mọi mỗi từng cán nội toàn tiến liên đồng cơ trụ bệ hai ba bốn một cấp ngành hoặc"
    " ủy uỷ"
)
_NOT_A_NAME = frozenset(_NOT_A_NAME_LIST.split())
"""After these, "bộ", "sở" are no name or stand for several: cơ sở, cán bộ, các sở."""
_TYPES = (
    "Nghị Quyết|Nghị Định|Quyết Định|Chỉ Thị|Thông Tư|Thông Báo|Kế Hoạch|Công Văn|Công Điện|"
    "Tờ Trình|Báo Cáo|Chương Trình|Đề Án|Dự Án|Quy Chế|Quy Định|Hướng Dẫn|Phương Án|Phụ Lục"
)
_TYPE = Pattern(rf"(?<!\w)(?:{_TYPES})(?!\w)", needs=tuple(_TYPES.split("|")))
_SMALL_TYPES = ("nghị quyết", "nghị định", "quyết định", "chỉ thị", "thông tư", "kế hoạch")
_SMALL_TYPE = Pattern(
    rf"(?<=[^\W\d_] |, )(?:{'|'.join(_SMALL_TYPES)})(?= số [0-9])",
    needs=tuple(f"{name} số " for name in _SMALL_TYPES),
)
_SEVERAL = frozenset(("các", "những", "hai", "ba", "bốn"))
"""Before the type of several documents, which may be small: các quyết định số 12, 13 và 14."""
_PLACE = Pattern(
    r"(?:Tỉnh|Huyện|Thị xã|Thị trấn|Thành phố)(?= [^\W\d_a-z][^\W\dA-Z_])",
    needs=("Tỉnh ", "Huyện ", "Thị xã ", "Thị trấn ", "Thành phố "),
)
_AFTER_PLACE = ("ủy", "uỷ", "đoàn", "đội", "Ủy", "Uỷ", "Đoàn", "Đội", "Hồ Chí Minh")
_SPECIAL = Pattern(
    r"(?<!\w)(?:thành phố(?= Hồ Chí Minh)|thủ đô(?= Hà Nội))", needs=("thành phố Hồ", "thủ đô Hà")
)
_ARTICLE = Pattern(r"điều(?= [0-9]{1,3}(?:[ ,;.)]|$))", needs=("điều ",), shapes=("điều 0",))
_CHAPTER = Pattern(
    r"(?:chương|mục|phần)(?= [IVX]+(?!\w))",
    needs=("chương ", "mục ", "phần "),
    also=tuple(f"{end} {sign}" for end in ("ương", "ục", "ần") for sign in "IVX"),
)
_CLAUSE = Pattern(
    r"(?:Khoản(?= [0-9]{1,2}(?!\w))|Điểm(?= [a-zđ](?!\w)))",
    needs=("Khoản ", "Điểm "),
)
_NOT_A_PART_LIST = "các những danh hạng chuyên đề thư tiểu hải đầu lệnh"
_NOT_A_PART = frozenset(_NOT_A_PART_LIST.split())


def _agencies(subject: Subject) -> Iterator[Found]:
    for heads, field, *others in entries("agencies"):
        if subject.words.may_have(field.lower()):
            for head in heads.split(", "):
                yield from _misspelt(subject, f"{head} {field}", (f"{head} {x}" for x in others))
    for (name,) in entries("fixed_names"):
        yield from _misspelt(subject, name.lstrip("*"), (), strict=name.startswith("*"))


def _misspelt(
    subject: Subject, name: str, others: Iterator[str] | tuple[()], *, strict: bool = False
) -> Iterator[Found]:
    """The places of a name typed with other capitals. `strict`: small letters are wrong too."""
    corpus, right = subject.corpus, {name, *others}
    for start, end in subject.words.places(name.lower()):
        typed = corpus.text[start:end]
        if typed in right or typed.isupper() or (typed.islower() and not strict):
            continue
        if (
            typed[0].islower()
            and not strict
            and _no_name(corpus.lower[max(0, start - 12) : start], name)
        ):
            continue
        yield Found(corpus.span(start, end), {"text": typed, "right": name}, repair=name)


def _no_name(before: str, name: str) -> bool:
    """Whether a small first letter is right: các sở Tài chính, Nội vụ; phòng Nội vụ."""
    words = before.split()
    return name.startswith("Phòng ") or bool(words and words[-1] in _NOT_A_NAME)


_OF_A_LAW = (["theo"], ["của"], ["tại"])
"""Before "luật" and a name, which then is of a law; pháp luật đất đai is of none."""


def _laws(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    if "Luật " not in corpus.text and "luật " not in corpus.text:
        return
    for (name,) in entries("laws"):
        for start, end in subject.words.places(f"luật {name.lower()}"):
            head = corpus.text[start - 3 : start + 4]
            typed = corpus.text[start + 5 : end]
            before = corpus.lower[max(0, start - 6) : start].split()[-1:]
            is_law = head.endswith("Luật") or head == "Bộ luật" or before[:1] in _OF_A_LAW
            if is_law and typed[0].islower():
                facts = {"text": typed, "right": name}
                yield Found(corpus.span(start + 5, end), facts, repair=name)


def _types(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in _TYPE.search(corpus):
        yield _capitals(subject, match.start(), match.end(), match[0].capitalize())
    for match in _SMALL_TYPE.search(corpus):
        before = corpus.lower[max(0, match.start() - 10) : match.start()].split()
        if before[-1] not in _SEVERAL:
            yield _capitals(subject, *match.span(), match[0].capitalize())


def _capitals(subject: Subject, start: int, end: int, right: str) -> Found:
    """A stretch that differs from the right one by its capitals."""
    text = subject.corpus.text[start:end]
    return Found(subject.corpus.span(start, end), {"text": text, "right": right}, repair=right)


def _places(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in _PLACE.search(corpus):
        after = corpus.text.startswith(_AFTER_PLACE, match.end() + 1)
        named = corpus.text[match.end() + 1].isupper()  # À-Ỹ has small letters too
        before = corpus.text[max(0, match.start() - 12) : match.start()].split()[-1:]
        of_a_name = bool(before) and before[0].istitle()  # cảng Lạch Huyện
        if named and not (after or of_a_name) and _in_sentence(corpus.text, match.start()):
            yield _capitals(subject, *match.span(), match[0].lower())
    for match in _SPECIAL.search(corpus):
        yield _capitals(subject, *match.span(), match[0].capitalize())
    for line in entries("places"):
        for name in line:
            yield from _half_small(subject, name)


def _half_small(subject: Subject, name: str) -> Iterator[Found]:
    """A name of which only the first syllable has a capital: Tiền giang."""
    corpus = subject.corpus
    for start, end in subject.words.places(name.lower()):
        if corpus.text[start:end] == name.capitalize():
            yield _capitals(subject, start, end, name)


def _parts(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in chain(_ARTICLE.search(corpus), _CHAPTER.search(corpus)):
        before = corpus.lower[max(0, match.start() - 10) : match.start()].split()
        if _in_sentence(corpus.text, match.start()) and before[-1] not in _NOT_A_PART:
            yield _capitals(subject, *match.span(), match[0].capitalize())
    for match in _CLAUSE.search(corpus):
        if _in_sentence(corpus.text, match.start()):
            yield _capitals(subject, *match.span(), match[0].lower())


def _in_sentence(text: str, start: int) -> bool:
    """Whether a word stands inside a sentence: after a word, a figure or a comma, and a space."""
    before = text[max(0, start - 2) : start]
    return before[1:] == " " and (before[0].isalnum() or before[0] in ",;(")


RULES: tuple[Rule, ...] = (
    Rule(
        "KH540",
        Severity.WARNING,
        "Viết hoa sai tên cơ quan, chức vụ",
        "“{text}” viết hoa chưa đúng, đúng là “{right}”",
        why="Viết hoa chữ đầu của tên cơ quan, chức vụ và của từ chỉ chức năng, lĩnh vực.",
        wrong="loi_dan: Giao Sở Nội Vụ trình Thủ tướng chính phủ\n",
        right="loi_dan: Giao Sở Nội vụ trình Thủ tướng Chính phủ\n",
        fix="viết lại thành “{right}”",
        clause=_ANNEX + "Mục IV.1",
        limits="Tên viết thường cả cụm như “các sở” được coi là danh từ chung.",
        local=True,
        find=_agencies,
    ),
    Rule(
        "KH541",
        Severity.WARNING,
        "Tên luật không viết hoa",
        "Tên luật “{text}” phải viết hoa chữ đầu: “{right}”",
        why="Nói đến một luật cụ thể thì viết hoa chữ Luật và chữ đầu của tên luật.",
        wrong="loi_dan: Theo Luật công nghệ thông tin\n",
        right="loi_dan: Theo Luật Công nghệ thông tin và pháp luật đất đai\n",
        fix="viết hoa chữ đầu của tên luật",
        clause=_ANNEX + "Mục V.6",
        limits="Chỉ biết những luật có trong danh sách đi kèm.",
        local=True,
        find=_laws,
    ),
    Rule(
        "KH542",
        Severity.WARNING,
        "Viết hoa sai tên loại văn bản",
        "“{text}” viết hoa chưa đúng, ở đây là “{right}”",
        why="Nói đến một văn bản cụ thể thì viết hoa chữ cái đầu của tên loại, chỉ chữ ấy.",
        wrong="loi_dan: Theo Nghị Quyết của Đảng\n",
        right="loi_dan: Theo Nghị quyết của Đảng\n",
        fix="viết lại thành “{right}”",
        clause=_ANNEX + "Mục V.6",
        limits="Tên loại không kèm số có thể là danh từ chung nên không xét chữ thường.",
        local=True,
        find=_types,
    ),
    Rule(
        "KH543",
        Severity.WARNING,
        "Viết hoa sai địa danh",
        "“{text}” viết hoa chưa đúng, ở đây là “{right}”",
        why="Danh từ chung tỉnh, huyện, thành phố viết thường; tên riêng viết hoa mọi âm tiết.",
        wrong="loi_dan: Trung tâm của Tỉnh Tiền giang\n",
        right="loi_dan: Trung tâm của tỉnh Tiền Giang và Thành phố Hồ Chí Minh\n",
        fix="viết lại thành “{right}”",
        clause=_ANNEX + "Mục III.1",
        limits="Không xét quận, phường, xã vì tên lấy theo người, sự kiện thì viết hoa cả hai.",
        local=True,
        find=_places,
    ),
    Rule(
        "KH544",
        Severity.WARNING,
        "Viết hoa sai phần, điều, khoản",
        "“{text}” viết hoa chưa đúng, khi viện dẫn là “{right}”",
        why="Khi viện dẫn, viết hoa Phần, Chương, Mục, Điều; viết thường khoản, điểm.",
        wrong="loi_dan: Theo Khoản 2 điều 10 của Luật\n",
        right="loi_dan: Theo khoản 2 Điều 10 của Luật\n",
        fix="viết lại thành “{right}”",
        clause=_ANNEX + "Mục V.7",
        limits="Chỉ xét mục, chương, phần đánh số La Mã, vì “mục 1” có thể là danh từ chung.",
        local=True,
        find=_parts,
    ),
)
