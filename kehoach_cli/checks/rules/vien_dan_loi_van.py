"""KH205-KH209: the words around the numbers of cited documents."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.vietnamese.unreadable import quote

_CITED = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6"


def _capital(subject: Subject) -> Iterator[Found]:
    for mention in subject.mentions:
        so = mention.so
        if so is not None and so.item is not None and so.text == "Số" and mention.loai:
            yield Found(so.span, {"loai": mention.loai.lower()}, "số")


def _no_word(subject: Subject) -> Iterator[Found]:
    for mention in subject.mentions:
        number = mention.number
        if number is not None and mention.so is None and mention.loai is not None:
            facts = {"loai": mention.loai, "number": number.text}
            yield Found(number.span, facts, f"số {number.text}")


_BARE = Pattern(
    r"(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư)(?: số)? "
    r"([0-9]{1,4}(?:[a-zđ]|/(?:19|20)[0-9]{2})|(?<=số )[0-9]{1,4}|[0-9]{2,4})"
    r"(?![\w/.-]*[/-][A-ZĐ]|[\w%]|[.,/][0-9]| ?[/-]| ?–"
    r"| (?:năm|tháng|văn bản|cơ quan|nhiệm vụ)(?!\w))",
    needs=("Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư"),
)


_NAMED = ("gọi là ", "gọi tắt là ", "viết tắt là ")
"""Before a short name that the plan itself gives: (sau đây gọi tắt là Nghị quyết 57).

Brackets around nothing but the name give it too.
"""


def _no_sign(subject: Subject) -> Iterator[Found]:
    text, found = subject.corpus.text, list(_BARE.search(subject.corpus))
    named = {m[0] for m in found if _is_given(text, m.start(), m.end())}
    for match in (m for m in found if m[0] not in named):
        yield Found(subject.corpus.span(*match.span()), {"text": match[0], "number": match[1]})


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether the plan calls a document so from there on."""
    before, after = text[max(0, start - 20) : start].rstrip("“"), text[end : end + 2].lstrip("”")
    return before.endswith(_NAMED) or (before.endswith("(") and after.startswith(")"))


def _comma(subject: Subject) -> Iterator[Found]:
    text = subject.corpus.text
    for mention in subject.mentions:
        if mention.number is None or mention.date is None or mention.number.start < 0:
            continue
        between = text[mention.end : max(mention.end, mention.date.start)]
        if between.strip() == "," and mention.date.text.startswith("ngày"):
            at = mention.end + between.index(",")
            yield Found(subject.corpus.span(at, at + 1), {"loai": mention.printed}, "")


_ADDED = {"so_ky_hieu": ("số ", "số: ", "số:"), "co_quan": ("của ",), "loai": ("căn cứ ",)}


def _added(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    of_decision = (plan.quyet_dinh.can_cu if plan.quyet_dinh else None) or ()
    for record in (*(plan.can_cu or ()), *of_decision):
        for key, words in _ADDED.items():
            yield from _typed_twice(record, key, words)


def _typed_twice(record: CanCu, key: str, words: tuple[str, ...]) -> Iterator[Found]:
    value = getattr(record, key) or ""
    word = next((word for word in words if value.casefold().startswith(word)), None)
    if word:
        facts = {"word": word.strip(), "key": key, "text": quote(value)}
        yield Found(record.span(key), facts, value[len(word) :].lstrip())


_RIGHT = "loi_dan: Theo Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ.\n"


RULES: tuple[Rule, ...] = (
    Rule(
        "KH205",
        Severity.WARNING,
        "Chữ Số viết hoa giữa câu",
        "“Số” viết hoa sau chữ {loai}",
        why="Trong viện dẫn, chữ “số” đứng giữa câu nên không viết hoa.",
        wrong="loi_dan: Theo Nghị quyết Số 42-NQ/TU ngày 28/8/2008 của Tỉnh ủy.\n",
        right="loi_dan: Theo Nghị quyết số 42-NQ/TU ngày 28/8/2008 của Tỉnh ủy.\n",
        fix="viết số",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục I",
        limits="Chỉ xét chữ Số đứng ngay giữa tên loại và số, ký hiệu.",
        local=True,
        find=_capital,
    ),
    Rule(
        "KH206",
        Severity.INFO,
        "Thiếu chữ số trước số, ký hiệu",
        "Giữa “{loai}” và “{number}” thiếu chữ “số”",
        why="Nghị định 30 viết “Nghị định số 110/2004/NĐ-CP”; chữ “số” cho biết sau nó là số văn "
        "bản.",
        wrong="loi_dan: Theo Nghị định 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ.\n",
        right=_RIGHT,
        fix="ghi số {number}",
        clause="Nghị định 30/2020/NĐ-CP, Điều 37 (cách viết); thành quy tắc là thông lệ",
        limits="Chỉ xét số, ký hiệu đứng ngay sau tên loại văn bản.",
        local=True,
        find=_no_word,
    ),
    Rule(
        "KH207",
        Severity.INFO,
        "Viện dẫn không có ký hiệu",
        "“{text}” chỉ có số, không có ký hiệu",
        why="Viện dẫn lần sau vẫn ghi tên loại và số, ký hiệu; chỉ có số thì trùng với nhiều văn "
        "bản khác.",
        wrong="loi_dan: Theo Nghị quyết 36a của Chính phủ.\n",
        right="loi_dan: Theo Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ.\n",
        fix="ghi đủ số, ký hiệu, như 36a/NQ-CP",
        clause=_CITED + ".b",
        limits="Chỉ xét nghị quyết, nghị định, quyết định, chỉ thị, thông tư.",
        local=True,
        find=_no_sign,
    ),
    Rule(
        "KH208",
        Severity.INFO,
        "Dấu phẩy trước ngày của văn bản",
        "{loai} có dấu phẩy trước chữ “ngày”",
        why="Số, ký hiệu và ngày viết liền một mạch: “số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004”.",
        wrong="loi_dan: Theo Nghị định số 64/2007/NĐ-CP, ngày 10/4/2007 của Chính phủ.\n",
        right=_RIGHT,
        fix="xóa dấu phẩy",
        clause="Nghị định 30/2020/NĐ-CP, Điều 37 (cách viết)",
        limits="Không xét ô bảng ghi số và ngày cách nhau dấu phẩy mà không có chữ “ngày”.",
        local=True,
        find=_comma,
    ),
    Rule(
        "KH209",
        Severity.WARNING,
        "Chữ mà chương trình tự thêm",
        "{key} có chữ “{word}” mà chương trình tự thêm khi in",
        why="Căn cứ ghi từng phần được ghép thành câu khi in; gõ thêm thì chữ ấy in ra hai lần.",
        wrong="can_cu:\n- {loai: Nghị định, so_ky_hieu: 64/2007/NĐ-CP, ngay_ban_hanh: 10/4/2007, "
        "co_quan: của Chính phủ, trich_yeu: về ứng dụng công nghệ thông tin trong hoạt động của "
        "cơ quan nhà nước}\n",
        right="can_cu:\n- {loai: Nghị định, so_ky_hieu: 64/2007/NĐ-CP, ngay_ban_hanh: 10/4/2007, "
        "co_quan: Chính phủ, trich_yeu: về ứng dụng công nghệ thông tin trong hoạt động của cơ "
        "quan nhà nước}\n",
        fix="bỏ chữ ấy",
        clause=_CITED + ".a",
        limits="Chỉ xét đầu các trường so_ky_hieu, co_quan, loai.",
        local=True,
        find=_added,
    ),
)
