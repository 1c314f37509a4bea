"""KH570-KH579: what a draft or last year's plan leaves behind."""

import re
from collections.abc import Iterator
from itertools import chain

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.inline import stray_marks

_LEFT = Pattern(
    r"(?<!\w)xxx+(?![\w@.]|\)@)|(?<!\w)(?:todo|tbd|fixme|lorem ipsum)(?!\w)|\?\?+"
    r"|(?<!\^)[\[<](?:điền|nhập|ghi|bổ sung|tên|số|ngày|cập nhật|chèn|cần|ví dụ)[^\]>\n]{0,60}[\]>]"
    r"|\d\?(?= ?%)|(?<= )xx(?= [^\W\d_])",
    needs=(
        *("xxx", "todo", "tbd", "fixme", "lorem", "??", "?%", "? %", " xx "),
        *(f"{bracket}{letter}" for bracket in "[<" for letter in "đngbtscv"),
    ),
    lower=True,
)
_NOTE = Pattern(
    r"\((?:cần|đề nghị|xem|sẽ|chờ|tạm|chưa|bổ sung|kiểm tra)(?: [^\W\d_]+){0,2}?"
    r" (?:xem lại|rà soát lại|kiểm tra lại|rà lại|bổ sung sau|số liệu sau|xác minh|lại số liệu)\)",
    needs=(
        *("xem lại", "soát lại", "tra lại", "rà lại", "sung sau"),
        "liệu sau",
        "xác minh",
        "lại số",
    ),
    lower=True,
)
_NO_NUMBER = Pattern(
    r"(?<!\w)[Ss]ố:? ?(?:…|\.{2,}|_{2,})[.…_ ]*(?=/[A-ZĐ0-9])"
    r"|(?<!\w)ngày ?(?:…|\.{2,}|_{2,})[.…_ ]*(?:/|tháng)[^\n;,]{0,12}?\d{4}",
    needs=tuple(
        f"{word}{mark}"
        for word in ("ố", "ố ", "ố:", "ố: ", "ngày", "ngày ")
        for mark in ("…", "..", "__")
    ),
)
_NO_FIGURE = Pattern(
    r" (?:có|là|đạt|khoảng|trên|hơn|với|được|còn|lên|bằng|thêm|tỷ lệ|tổng số) (?P<dots>…|\.{3})"
    r"(?= (?:%|[^\W\d_]))",
    needs=(" … ", " ... "),
    lower=True,
)
_TENS = ("XX", "XXX")
_ORDINAL = ("thứ ", "thế kỷ ", "khóa ", "khoá ")
"""Before these letters they are the numbers twenty and thirty: "Đại hội lần thứ XX"."""
_DOTS = Pattern(r"…{2,}|\.{4,}|…\.+|\.{2,}…", needs=("……", "....", "….", "..…"))
_FORM = frozenset(("doan_van", "muc", "loi_dan", "dieu", "trich_yeu"))
_AHEAD = frozenset(("muc_tieu", "nhiem_vu", "giai_phap", "kinh_phi", "to_chuc_thuc_hien"))
_YEAR = Pattern(r" năm (?P<year>20[0-9]{2})(?![0-9])", lower=True)
_BEFORE_YEAR = (
    *("mục tiêu", "nhiệm vụ", "phấn đấu", "kinh phí", "dự toán", "nhu cầu"),
    *("trong", "hết", "cuối", "kế hoạch", "quý i", "quý ii", "quý iii", "quý iv"),
)
_QUARTERS = ("trong quý i", "trong quý ii", "trong quý iii", "trong quý iv")
_COMPARED = (
    *("đã ", "so với", "kết quả", "tính đến", "từ năm", "giai đoạn", " số ", "chuyển tiếp"),
    *("trước", "ban hành", "quyết toán", "chưa", "tồn đọng", "phê duyệt", "được giao", "tiếp tục"),
    *("chuyển nguồn", "chuyển sang", "thực hiện năm", "báo cáo", "tổng kết", "đánh giá", "sơ kết"),
)


def _left(subject: Subject) -> Iterator[Found]:
    for match in chain(_LEFT.search(subject.corpus), _NOTE.search(subject.corpus)):
        text = subject.corpus.text[match.start() : match.end()]
        if not (text in _TENS and subject.corpus.lower.endswith(_ORDINAL, 0, match.start())):
            yield Found(subject.corpus.span(*match.span()), {"text": text})


def _left_open(subject: Subject) -> Iterator[Found]:
    yield from _left(subject)
    for match in _NO_NUMBER.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span()), {"text": match[0]})
    for match in _NO_FIGURE.search(subject.corpus):
        if id(subject.corpus.item(match.start()).record) in subject.roles:
            yield Found(subject.corpus.span(*match.span("dots")), {"text": match["dots"]})


def _dots(subject: Subject) -> Iterator[Found]:
    for match in _DOTS.search(subject.corpus):
        item = subject.corpus.item(match.start())
        if item.key in _FORM and id(item.record) in subject.roles:
            yield Found(subject.corpus.span(*match.span()))


def _old_year(subject: Subject) -> Iterator[Found]:
    years, corpus = subject.years, subject.corpus
    if years is None:
        return
    for match in _YEAR.search(corpus):
        if int(match["year"]) >= years.start or not _planned(corpus.lower, match.start()):
            continue
        ahead = subject.roles.get(id(corpus.item(match.start()).record)) in _AHEAD
        if ahead and not _of_the_past(corpus.lower, match):
            facts = {"year": match["year"], "wanted": str(years.start)}
            yield Found(corpus.span(*match.span("year")), facts)


def _planned(text: str, end: int) -> bool:
    """Whether the words before the year are those of a plan."""
    return text.endswith(_BEFORE_YEAR, max(0, end - 12), end)


def _of_the_past(text: str, match: re.Match[str]) -> bool:
    """Whether the line compares with, goes on from or cites the year before."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start:end].lstrip("-+ ")
    if text.endswith(_QUARTERS, start, match.start()):
        line = line.removeprefix("ban hành ").removeprefix("phê duyệt ")  # what is to be done
    return any(word in line for word in _COMPARED)


def _stray(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    if "*" not in corpus.text and "^[" not in corpus.text:
        return
    for item in corpus.items:
        value = corpus.value(item)
        if "*" in value or "^[" in value:
            for start, end in stray_marks(value):
                yield part(item.scalar, start, end, text=value[start:end])


RULES: tuple[Rule, ...] = (
    Rule(
        "KH570",
        Severity.WARNING,
        "Chỗ còn bỏ trống",
        "Còn chỗ chưa điền: “{text}”",
        why="Chỗ giữ sẵn để điền sau, hàng ví dụ của kế hoạch mới tạo mà quên thì bị in ra.",
        wrong="loi_dan: Giao xxx chủ trì\n",
        right="loi_dan: Giao Sở Tài chính chủ trì\n",
        fix="điền nội dung hoặc xóa chỗ này; ở hàng [ví dụ] thì sửa hoặc xóa cả hàng",
        limits="Chỉ biết những cách đánh dấu thường gặp.",
        on_issue=True,
        asks=True,
        local=True,
        find=_left_open,
    ),
    Rule(
        "KH571",
        Severity.WARNING,
        "Dòng chấm còn lại",
        "Còn dòng chấm chưa điền",
        why="Dòng chấm để viết tay chỉ có trong biểu mẫu.",
        wrong="noi_dung: [{muc: A, doan_van: Giao ………… chủ trì.}]\n",
        right="noi_dung: [{muc: A, doan_van: Giao Sở Tài chính chủ trì.}]\n",
        fix="điền nội dung hoặc xóa dòng chấm",
        limits="Không xét phụ lục, vì ở đó có thể là biểu mẫu.",
        on_issue=True,
        asks=True,
        find=_dots,
    ),
    Rule(
        "KH572",
        Severity.INFO,
        "Năm cũ còn sót",
        "Nói việc sắp làm nhưng ghi năm {year}, kế hoạch bắt đầu từ năm {wanted}",
        why="Chép kế hoạch năm trước rất dễ quên sửa năm.",
        wrong="van_ban: {thoi_ky: 2014}\n"
        "noi_dung: [{muc: A, vai_tro: muc_tieu, doan_van: Phấn đấu trong năm 2013.}]\n",
        right="van_ban: {thoi_ky: 2014}\n"
        "noi_dung: [{muc: A, vai_tro: muc_tieu, doan_van: Phấn đấu trong năm 2014.}]\n",
        fix="sửa thành năm {wanted}, nếu không phải nói chuyện năm trước",
        limits="Chỉ xét các mục có vai_tro mục tiêu, nhiệm vụ, giải pháp, kinh phí, tổ chức.",
        find=_old_year,
    ),
    Rule(
        "KH573",
        Severity.WARNING,
        "Dấu chữ đậm, nghiêng, chú thích lẻ",
        "Dấu “{text}” không có dấu kia đi cùng, sẽ in ra nguyên dấu",
        why="**đậm**, *nghiêng*, ^[chú thích] cần đủ dấu mở và dấu đóng trong cùng một đoạn.",
        wrong='noi_dung: [{muc: A, doan_van: "Giao **Sở Tài chính chủ trì."}]\n',
        right='noi_dung: [{muc: A, doan_van: "Giao **Sở Tài chính** chủ trì, tính 2 * 3."}]\n',
        fix="thêm dấu còn thiếu, hoặc xóa dấu lẻ",
        limits="Một dấu * ngay sau chữ được coi là dấu của ghi chú.",
        local=True,
        find=_stray,
    ),
)
