"""KH149: appendices that the text calls otherwise than they are called."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.outline import PhuLuc
from kehoach_cli.vietnamese.text import fold

_CALLED = Pattern(
    r"phụ lục(?: (?:số )?[ivx0-9]{1,5})?(?: kèm theo)?:? (?P<title>danh mục (?:[^\W\d]+[ ,]*){2,}"
    r"[^.;)”\n]*)",
    needs=("danh mục",),
    also=("phụ lục",),
    lower=True,
)


def _other_names(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    names = [plain for one in subject.plan.phu_luc or () if (plain := _plain(one.ten or ""))]
    for match in _CALLED.search(corpus) if names else ():
        title = _plain(match["title"])
        here = isinstance(corpus.item(match.start()).record, PhuLuc)
        if not here and not any(name.startswith(title) or name in title for name in names):
            start, end = match.span("title")
            text = corpus.text[start:end].rstrip()
            yield Found(corpus.span(start, start + len(text)), {"text": first_words(text)})


def _plain(name: str) -> str:
    return fold(name).strip(" .,:;“”")


_TEXT = "noi_dung: [{muc: Kinh phí, doan_van: 'Xem Phụ lục: Danh mục "
_APPENDIX = ".'}]\nphu_luc: [{ten: Danh mục dự án năm 2014, doan_van: Không có.}]\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH149",
        Severity.INFO,
        "Tên phụ lục ghi khác",
        "Không phụ lục nào tên là “{text}”",
        why="Tên ghi ở câu dẫn khác tên ở đầu phụ lục thì người đọc ngờ là thiếu một phụ lục.",
        wrong=f"{_TEXT}ứng dụng công nghệ thông tin{_APPENDIX}",
        right=f"{_TEXT}dự án năm 2014{_APPENDIX}",
        fix="ghi đúng tên phụ lục, hoặc chỉ ghi {{{{ phu_luc.mã }}}}",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần III",
        limits="Chỉ xét tên bắt đầu bằng Danh mục.",
        find=_other_names,
    ),
)
