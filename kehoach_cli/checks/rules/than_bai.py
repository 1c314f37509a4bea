"""KH127-KH132, KH136: numbers, marks and words of the body that the program puts there itself."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Item, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.outline import Muc, PhuLuc
from kehoach_cli.plan.records import Record, walk
from kehoach_cli.plan.references import too_deep
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.source.nodes import Scalar

_NUMBER = (
    r"\s*(?:(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC)\s+(?:[IVX]{1,5}|[0-9]{1,2}|thứ \w+)\s*[.:–-]"
    r"|(?:[IVX]{1,5}|[A-HK]|[1-9][0-9]?(?:\.[1-9][0-9]?){0,3})[.)]|[1-9](?:\.[1-9][0-9]?){1,3}"
    r"|[a-zđ]\))\s+(?=\S)"
)
_PARTS = ("phần", "chương", "mục", "điều", "phụ")
_ITEM = r"\s*(?:[1-9][0-9]{0,2}[.)]|[IVX]{1,5}[.)]|[a-zđ]\))\s+(?=\S)"
_APPENDIX = r"(?i)\s*phụ lục(?: số)?(?:\s+(?:[ivxl]{1,6}|[0-9]{1,2}))?\s*(?:[:.–-]\s*|\s+(?=\())"
_END_MARK = Pattern(r"(?<![./])[ \t]*(?<!\.)\./\.", needs=("./.",))
_COPIED = (
    r"[-+]? ?(?:cộng h[òo][aà] xã hội chủ nghĩa việt nam|độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc"
    r"|nơi nhận ?:|lưu ?: ?vt\b.*|(?:tm|kt|tl|tuq)\. ?[^.;,]{4,50})"
)
_COPIED_FIRST = ("cộng h", "độc lập", "nơi nhận", "lưu", "tm.", "kt.", "tl.", "tuq.")
_OPEN = r"(?:gồm|như sau|sau đây|trong đó|trách nhiệm|nhiệm vụ|cụ thể|chủ trì|phối hợp|là) ?:$"


def _at_start(record: Record, key: str, pattern: str) -> Iterator[Found]:
    """A typed number at the start of a text; taking it away is a certain repair."""
    text = typed(record, key)
    match = re.match(pattern, text[1]) if text and _may_be_numbered(text[1]) else None
    if text and match:
        yield part(text[0], *match.span(), "", number=match[0].strip())


def _may_be_numbered(text: str) -> bool:
    """Whether the first word may be a number, or what stands before one."""
    first, second = [*text.split(None, 2), ""][:2]
    if first.lower() in _PARTS:
        return second[:1] in "IVX0123456789" or second.lower().startswith(("thứ", "lục"))
    return first[0].isdigit() or first[-1] in ".)"


def _section_numbers(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    bare = {id(record) for section in too_deep(plan) for record in walk(section)}
    for section in _all_sections(subject):
        if section.danh_so is False or id(section) in bare:
            continue
        yield from _at_start(section, "muc", _NUMBER)
        if section.muc is None and section.doan_van:
            yield from _at_start(section, "doan_van", _NUMBER)
            yield from _at_start(section.doan_van[0], "doan_van", _NUMBER)


def _all_sections(subject: Subject) -> Iterator[Muc]:
    return (record for record in subject.outline if isinstance(record, Muc))


def _appendix_names(subject: Subject) -> Iterator[Found]:
    for appendix in subject.plan.phu_luc or ():
        yield from _at_start(appendix, "ten", _APPENDIX)


def _row_numbers(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    numbered = {
        bang.nguon or ("du_an" if bang.shows_register else "")
        for bang in subject.tables
        if any("stt" in (leaf.gia_tri or ()) for cot in bang.cot or () for leaf in cot.leaves())
    }
    projects: list[DuAn | ChiTieu] = [*(plan.du_an or ())] if "du_an" in numbered else []
    parts = [child for item in projects if isinstance(item, DuAn) for child in item.hang_con or ()]
    targets = (plan.chi_tieu or ()) if "chi_tieu" in numbered else ()
    for item in (*projects, *parts, *targets):
        yield from _at_start(item, "ten", _ITEM)


def _article_numbers(subject: Subject) -> Iterator[Found]:
    decision = subject.plan.quyet_dinh
    for article in (decision.dieu if decision else None) or ():
        if article.danh_so is not False:
            yield from _at_start(article, "doan_van", r"\s*(?:Điều|ĐIỀU)\s+[0-9]{1,2}\s*[.:]?\s*")


def _end_marks(subject: Subject) -> Iterator[Found]:
    for match in _END_MARK.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span()), {}, ".")


def _titles(subject: Subject) -> Iterator[tuple[Scalar, str]]:
    for record in subject.outline:
        if isinstance(record, Muc | PhuLuc | Bang):
            title = typed(record, "muc" if isinstance(record, Muc) else "ten")
            if title:
                yield title


def _marks_after_titles(subject: Subject) -> Iterator[Found]:
    for scalar, text in _titles(subject):
        bare = text.rstrip()
        match = re.search(r"\s*(?<![.…])[.;:]$", bare) if bare[-1] in ".;:" else None
        if match is None:
            continue
        number = re.match(_NUMBER, bare)
        title = bare[number.end() :] if number else bare
        goes_on = re.search(r"[.;:] |\n|\b(?:v\.v|[A-ZĐ]{2,5}|St|TP)\.$", title)
        if not goes_on and not re.search(_OPEN, bare.lower()):
            yield part(scalar, *match.span(), "", mark=match[0].strip(), title=first_words(text))


def _copied(subject: Subject) -> Iterator[Found]:
    if not subject.corpus.having(_COPIED_FIRST, lower=True):
        return
    inside = {id(record) for item in subject.plan.phu_luc or () for record in walk(item)}
    for item in subject.corpus.items:
        if item.key in ("doan_van", "loi_ket", "loi_dan", "muc") and id(item.record) not in inside:
            yield from _copied_lines(item)


def _copied_lines(item: Item) -> Iterator[Found]:
    start = 0
    for line in item.scalar.value.split("\n"):
        bare = line.strip()
        plain = " ".join(bare.lower().split()) if len(bare) < 60 else ""
        opens = plain.lstrip("-+ ").startswith(_COPIED_FIRST)
        if opens and re.fullmatch(_COPIED, plain):
            at = start + line.index(bare)
            yield part(item.scalar, at, at + len(bare), text=bare)
        start += len(line) + 1


_ORDER = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.đ"
_TABLE = "phu_luc: [{ten: Danh mục, bang: {cot: [{gia_tri: stt}, {gia_tri: ten}]}}]\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH127",
        Severity.ERROR,
        "Số mục gõ tay",
        "“{number}” do máy đánh, gõ thêm thì in ra hai số",
        why="Số mục in ra theo danh_so, đổi theo khi thêm, bớt mục.",
        wrong="noi_dung:\n- muc: 1. Hạ tầng\n  doan_van: Nối mạng.\n",
        right="noi_dung:\n- muc: Hạ tầng\n  doan_van: Nối mạng.\n",
        fix="xóa số ấy; mục không cần số thì ghi danh_so: không",
        clause=_ORDER,
        limits="Không biết số gõ giữa tiêu đề là số mục hay một phần của tên.",
        local=True,
        find=_section_numbers,
    ),
    Rule(
        "KH128",
        Severity.ERROR,
        "Chữ Phụ lục gõ trong tên phụ lục",
        "“{number}” do máy in, gõ thêm thì in ra hai lần",
        why="Chữ Phụ lục và số La Mã đứng riêng một dòng trên tên phụ lục, máy tự in.",
        wrong='phu_luc: [{ten: "Phụ lục I: Danh mục dự án", doan_van: Không có.}]\n',
        right="phu_luc: [{ten: Danh mục dự án, doan_van: Không có.}]\n",
        fix="chỉ ghi tên phụ lục",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần III, Mục 1.b",
        limits="Chỉ xét chữ đứng đầu tên.",
        local=True,
        find=_appendix_names,
    ),
    Rule(
        "KH129",
        Severity.WARNING,
        "Số thứ tự gõ trong tên",
        "“{number}” ở đầu tên, mà bảng đã có cột số thứ tự",
        why="Cột stt do máy đánh; số gõ trong tên in thêm lần nữa và không đổi theo.",
        wrong="du_an: [{ten: 1. Xây dựng mạng}]\n" + _TABLE,
        right="du_an: [{ten: Xây dựng mạng}]\n" + _TABLE,
        fix="xóa số ấy",
        limits="Không biết số ấy có phải là một phần của tên chính thức hay không.",
        find=_row_numbers,
    ),
    Rule(
        "KH130",
        Severity.ERROR,
        "Chữ Điều gõ tay",
        "“{number}” do máy in, gõ thêm thì in ra hai lần",
        why="Chữ Điều và số của điều do máy đánh.",
        wrong="quyet_dinh: {dieu: [Điều 1. Ban hành kèm theo Kế hoạch.]}\n",
        right="quyet_dinh: {dieu: [Ban hành kèm theo Kế hoạch.]}\n",
        fix="xóa phần ấy",
        clause=_ORDER,
        limits="Chỉ xét chữ đứng đầu điều.",
        local=True,
        find=_article_numbers,
    ),
    Rule(
        "KH131",
        Severity.WARNING,
        "Dấu ./. gõ tay",
        "Dấu “./.” do máy thêm ở cuối văn bản",
        why="Dấu ./. chỉ đứng sau câu cuối của văn bản, của quyết định và của phụ lục.",
        wrong="loi_ket: Các sở thực hiện Kế hoạch này./.\n",
        right="loi_ket: Các sở thực hiện Kế hoạch này.\n",
        fix="thay bằng dấu chấm",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục III, các mẫu",
        limits="Gõ đúng ở câu cuối thì bản in không đổi.",
        local=True,
        find=_end_marks,
    ),
    Rule(
        "KH132",
        Severity.WARNING,
        "Dấu thừa cuối tiêu đề",
        "Tiêu đề “{title}” kết thúc bằng dấu “{mark}”",
        why="Tiêu đề là một cụm từ, không có dấu câu ở cuối.",
        wrong='noi_dung:\n- muc: "Hạ tầng:"\n  doan_van: Nối mạng.\n',
        right="noi_dung:\n- muc: Hạ tầng\n  doan_van: Nối mạng.\n",
        fix="xóa dấu ấy",
        clause=_ORDER,
        limits="Tiêu đề là câu trọn vẹn hay câu dẫn (gồm:, như sau:) thì bỏ qua.",
        local=True,
        find=_marks_after_titles,
    ),
    Rule(
        "KH136",
        Severity.ERROR,
        "Phần đầu, phần cuối văn bản gõ lại trong bài",
        "“{text}” do máy in từ van_ban, để ở đây thì in ra hai lần",
        why="Quốc hiệu, nơi nhận và chữ ký in một lần, ở đúng ô của chúng.",
        wrong="noi_dung: [{muc: Kinh phí, doan_van: 'Nơi nhận:'}]\n",
        right="noi_dung: [{muc: Kinh phí, doan_van: Cấp đủ vốn.}]\n",
        fix="xóa dòng ấy",
        limits="Phụ lục có thể là biểu mẫu có đủ các phần này, nên không xét.",
        local=True,
        find=_copied,
    ),
)
