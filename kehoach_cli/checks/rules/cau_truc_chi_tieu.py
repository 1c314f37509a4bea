"""KH310-KH314: targets: unit, baseline, values and their years."""

import re
from collections import Counter
from collections.abc import Iterator

from kehoach_cli.checks.outlines import is_document
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.shown import columns_of, tables_of
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import value_span
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.vietnamese.text import fold

_FIGURE = r"(?:[><≥≤=~]|trên|dưới|tối thiểu|ít nhất)*\s*[0-9][0-9.,]*"
_NAMES_UNIT = r"(?:so|so luong|tong so|chi so|diem|thu hang|vi tri|xep hang|hang)\b"
_MOST_SIBLINGS = 3


def _without_unit(subject: Subject) -> Iterator[Found]:
    for target in subject.plan.chi_tieu or ():
        given = (target.gia_tri or {}).values()
        values = ["" if one.has_parts else (one.gia_tri or "").strip() for one in given]
        figures = [value for value in values if re.fullmatch(_FIGURE, value.lower())]
        bare = bool(figures) and len(figures) == len(values)
        name = fold(target.ten or "")
        if bare and not target.don_vi_tinh and not re.match(_NAMES_UNIT, name):
            facts = {"name": first_words(target.ten or ""), "value": figures[0]}
            yield Found(target.span("ten"), facts)


def _without_baseline(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    targets = plan.chi_tieu or []
    having = sum(1 for target in targets if target.now is not None)
    printed = "hien_trang" in columns_of(tables_of(subject, ChiTieu))
    lacking = [target for target in targets if target.now is None]
    if having and (printed or (having >= _MOST_SIBLINGS and len(lacking) * 2 <= having)):
        for target in lacking:
            yield Found(target.span("ten"), {"name": first_words(target.ten or "")})


def _without_value(subject: Subject) -> Iterator[Found]:
    if is_document(subject.plan):
        for target in subject.plan.chi_tieu or ():
            told = "gia_tri" in target.at or target.now is not None
            if not told and not re.search("[0-9]", target.ten or ""):
                yield Found(target.span("ten"), {"name": first_words(target.ten or "")})


def _years(target: ChiTieu) -> dict[str, str]:
    """The time of each value → its key as typed."""
    found = ((read_time(key), key) for key in target.gia_tri or ())
    return {time: key for time, key in found if time}


def _without_one_year(subject: Subject) -> Iterator[Found]:
    """A year that every other target has a value for."""
    targets = [target for target in subject.plan.chi_tieu or () if target.gia_tri]
    having = Counter(year for target in targets for year in _years(target))
    wanted = [year for year, count in having.items() if count == len(targets) - 1]
    for target in targets if len(targets) > _MOST_SIBLINGS else ():
        lacking = [year for year in wanted if year not in _years(target)]
        if lacking:
            facts = {"name": first_words(target.ten or ""), "year": ", ".join(sorted(lacking))}
            yield Found(target.span("gia_tri"), facts)


def _outside_period(subject: Subject) -> Iterator[Found]:
    head, years = subject.plan.van_ban, subject.years
    if head is None or years is None or head.thoi_ky is None:
        return
    named = f"{head.thoi_ky.text} {head.trich_yeu or ''}"
    for target in subject.plan.chi_tieu or ():
        for time, key in _years(target).items():
            last = int(time.split("-")[-1])
            if (last > years[-1] or last < years[0] - 5) and str(last) not in named:
                facts = {"year": time, "period": head.thoi_ky.text}
                yield Found(value_span(target, key), facts)


_PLAN = "van_ban: {thoi_ky: 2026}\nnoi_dung: Xem phụ lục.\n"
_SHOW = "phu_luc: [{ten: Chỉ tiêu, bang: {nguon: chi_tieu, cot: [{gia_tri: ten}"
_BASE = _SHOW + ", {gia_tri: hien_trang}]}}]\n"
_SHOWN = _SHOW + "]}}]\n"
_FOUR = (
    "chi_tieu:\n- {ten: Hồ sơ trực tuyến, gia_tri: {2026: 80%, 2027: 90%}}\n"
    "- {ten: Xã có mạng, gia_tri: {2026: 90%, 2027: 100%}}\n"
    "- {ten: Máy có phần mềm diệt mã độc, gia_tri: {2026: 95%, 2027: 100%}}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH310",
        Severity.WARNING,
        "Chỉ tiêu không có đơn vị tính",
        "Chỉ tiêu “{name}” có giá trị {value} mà không có đơn vị",
        why="Con số không có đơn vị thì không đo được.",
        wrong="chi_tieu: [{ten: Hồ sơ nộp trực tuyến, gia_tri: {2026: 80}}]\n",
        right="chi_tieu: [{ten: Hồ sơ nộp trực tuyến, gia_tri: {2026: 80%}}]\n",
        fix="ghi don_vi_tinh, hoặc ghi đơn vị liền giá trị, như 80%",
        limits="Tên bắt đầu bằng Số … được coi là đã nêu đơn vị.",
        local=True,
        wants="don_vi_tinh",
        find=_without_unit,
    ),
    Rule(
        "KH311",
        Severity.INFO,
        "Chỉ tiêu không có hiện trạng",
        "Chỉ tiêu “{name}” không có hiện trạng, các chỉ tiêu khác có",
        why="Không biết xuất phát từ đâu thì không đánh giá được mức phấn đấu.",
        wrong="chi_tieu: [{ten: Hồ sơ, hien_trang: 65%, gia_tri: {2026: 80%}}, "
        "{ten: Mạng, gia_tri: {2026: 90%}}]\n" + _BASE,
        right="chi_tieu: [{ten: Hồ sơ, hien_trang: 65%, gia_tri: {2026: 80%}}, "
        "{ten: Mạng, hien_trang: 70%, gia_tri: {2026: 90%}}]\n" + _BASE,
        fix="ghi hien_trang; chưa có số liệu thì ghi rõ",
        limits="Chỉ so với các chỉ tiêu khác của chính kế hoạch.",
        find=_without_baseline,
    ),
    Rule(
        "KH312",
        Severity.WARNING,
        "Chỉ tiêu không có giá trị",
        "Chỉ tiêu “{name}” chưa có giá trị nào",
        why="Chỉ tiêu phải nêu mức cần đạt.",
        wrong=_PLAN + "chi_tieu: [Hồ sơ, {ten: Mạng, gia_tri: {2026: 9%}}]\n" + _SHOWN,
        right=_PLAN + "chi_tieu: [{ten: Mạng, gia_tri: {2026: 9%}}]\n" + _SHOWN,
        fix="ghi gia_tri theo năm",
        limits="Tên chỉ tiêu có con số thì coi như đã nêu mức cần đạt.",
        on_issue=True,
        wants="gia_tri.{year}",
        find=_without_value,
    ),
    Rule(
        "KH313",
        Severity.INFO,
        "Chỉ tiêu thiếu một năm",
        "Chỉ tiêu “{name}” không có giá trị năm {year}, mọi chỉ tiêu khác có",
        why="Ô ấy trong bảng sẽ trống.",
        wrong=_FOUR + "- {ten: Văn bản ký số, gia_tri: {2026: 98%}}\n",
        right=_FOUR + "- {ten: Văn bản ký số, gia_tri: {2026: 98%, 2027: 99%}}\n",
        fix="ghi giá trị của năm ấy; không đặt chỉ tiêu thì ghi dấu -",
        limits="Chỉ so với các chỉ tiêu khác của chính kế hoạch.",
        find=_without_one_year,
    ),
    Rule(
        "KH314",
        Severity.WARNING,
        "Năm của chỉ tiêu ngoài thời kỳ",
        "Chỉ tiêu đặt cho năm {year}, thời kỳ của kế hoạch là {period}",
        why="Kế hoạch đặt chỉ tiêu cho những năm của nó.",
        wrong="van_ban: {thoi_ky: 2026}\nchi_tieu: [{ten: Hồ sơ, gia_tri: {2027: 80%}}]\n",
        right="van_ban: {thoi_ky: 2026}\nchi_tieu: [{ten: Hồ sơ, gia_tri: {2026: 80%}}]\n",
        fix="sửa năm, hoặc sửa thoi_ky",
        limits="Năm có trong trích yếu (tầm nhìn, định hướng) thì bỏ qua.",
        find=_outside_period,
    ),
)
