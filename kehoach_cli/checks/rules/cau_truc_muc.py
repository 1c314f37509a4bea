"""KH303-KH305, KH309: sections and appendices that are empty, alone or named twice."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.outlines import is_document, sections_of, sections_under
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, PhuLuc, ThanBai
from kehoach_cli.vietnamese.text import fold


def _empty_sections(subject: Subject) -> Iterator[Found]:
    if not is_document(subject.plan):
        return
    for section in sections_of(subject.plan):
        if section.muc and _is_empty(section):
            yield Found(section.span("muc"), {"title": first_words(section.muc)})


def _empty_appendices(subject: Subject) -> Iterator[Found]:
    if is_document(subject.plan):
        for appendix in subject.plan.phu_luc or ():
            if _is_empty(appendix):
                yield Found(appendix.span("ten"), {"title": first_words(appendix.ten or "")})


def _is_empty(part: ThanBai) -> bool:
    return not part.body() and not part.muc_con and not part.tail()


def _lone_sections(subject: Subject) -> Iterator[Found]:
    for parent in sections_of(subject.plan):
        children = parent.muc_con or []
        if len(children) == 1 and children[0].muc and children[0].danh_so is not False:
            facts = {"title": first_words(children[0].muc), "parent": first_words(parent.muc or "")}
            yield Found(children[0].span("muc"), facts)


def _families(plan: Plan) -> Iterator[list[Muc]]:
    yield plan.noi_dung or []
    parents: Iterable[Muc | PhuLuc] = (
        *sections_of(plan),
        *(plan.phu_luc or ()),
        *(section for one in plan.phu_luc or () for section in sections_under(one)),
    )
    for parent in parents:
        yield parent.muc_con or []


def _same_titles(subject: Subject) -> Iterator[Found]:
    for siblings in _families(subject.plan):
        seen: dict[str, Muc] = {}
        for section in siblings:
            title = fold(section.muc or "").rstrip(" .:;")
            if title and title in seen:
                line = str(seen[title].span("muc").first.line)
                facts = {"title": first_words(section.muc or ""), "line": line}
                yield Found(section.span("muc"), facts)
            seen.setdefault(title, section)


_HEAD = "van_ban: {co_quan_ban_hanh: Bộ Nội vụ}\nnoi_dung:\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH303",
        Severity.WARNING,
        "Mục trống",
        "Mục “{title}” có tiêu đề mà không có gì bên dưới",
        why="Tiêu đề mở ra một nội dung.",
        wrong=_HEAD + "- {muc: Mục tiêu, doan_van: Nối mạng.}\n- {muc: Kinh phí}\n",
        right=_HEAD + "- {muc: Mục tiêu, doan_van: Nối mạng.}\n- {muc: Kinh phí, doan_van: Đủ.}\n",
        fix="viết nội dung, hoặc bỏ mục; mục là một câu thì viết câu ấy thay cho muc",
        limits="Không biết phần ấy đang chờ số liệu hay bị quên.",
        on_issue=True,
        find=_empty_sections,
    ),
    Rule(
        "KH304",
        Severity.INFO,
        "Một mục con đứng một mình",
        "“{title}” là mục con duy nhất của “{parent}”",
        why="Chia nhỏ thì có từ hai phần trở lên; một phần thì không cần đánh số.",
        wrong="noi_dung: [{muc: Kinh phí, muc_con: [{muc: Nguồn, doan_van: Ngân sách.}]}]\n",
        right="noi_dung: [{muc: Kinh phí, muc_con: [{muc: Nguồn, doan_van: Tỉnh.}, "
        "{muc: Mức, doan_van: Đủ.}]}]\n",
        fix="đưa nội dung lên mục trên, hoặc thêm mục con nữa",
        limits="Mục con khác có thể sẽ thêm sau.",
        find=_lone_sections,
    ),
    Rule(
        "KH305",
        Severity.WARNING,
        "Hai mục cùng tên",
        "“{title}” đã là tên của mục cùng bậc ở dòng {line}",
        why="Hai mục cùng tên cạnh nhau thường là một mục chép hai lần.",
        wrong="noi_dung: [{muc: Kinh phí, doan_van: Đủ.}, {muc: Kinh phí, doan_van: Tỉnh.}]\n",
        right="noi_dung: [{muc: Kinh phí, doan_van: Đủ.}, {muc: Nguồn vốn, doan_van: Tỉnh.}]\n",
        fix="gộp hai mục, hoặc đổi tên một mục",
        limits="Không đọc nội dung của hai mục.",
        find=_same_titles,
    ),
    Rule(
        "KH309",
        Severity.WARNING,
        "Phụ lục trống",
        "Phụ lục “{title}” không có nội dung",
        why="Mỗi phụ lục là một phần của văn bản, in ở trang riêng.",
        wrong=_HEAD + '- {muc: Kinh phí, doan_van: "Xem {{ phu_luc.a }}."}\n'
        "phu_luc: [{ma: a, ten: Danh mục}]\n",
        right=_HEAD + '- {muc: Kinh phí, doan_van: "Xem {{ phu_luc.a }}."}\n'
        "phu_luc: [{ma: a, ten: Danh mục, doan_van: Không có.}]\n",
        fix="thêm bảng hoặc đoạn văn, hoặc bỏ phụ lục",
        limits="Không biết nội dung có để ở tệp khác hay không.",
        on_issue=True,
        find=_empty_appendices,
    ),
)
