"""KH210-KH214: the parts of a citation against each other."""

from collections.abc import Iterator
from datetime import date

from kehoach_cli.checks.mention import signed
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.dates import short_date
from kehoach_cli.vietnamese.document_types import type_codes
from kehoach_cli.vietnamese.organs import (
    TERMS,
    issuer_of_code,
    issuer_of_words,
    organ,
    organ_of_words,
)
from kehoach_cli.vietnamese.so_ky_hieu import SoKyHieu
from kehoach_cli.vietnamese.text import fold, nearest

_PRACTICE = "thông lệ viện dẫn, kiểm tra lại"
# Types whose name and abbreviation go together in state and Party documents alike; "Chương trình",
# "Đề án", "Quy chế", "Quy định" are often said of what a decision of another type approved.
_STRICT = (
    *("Nghị định", "Nghị quyết", "Quyết định", "Chỉ thị", "Thông tư", "Thông tư liên tịch"),
    *("Kế hoạch", "Tờ trình", "Báo cáo", "Công điện", "Luật", "Công văn"),
)
_NEVER = {"Luật": ("NĐ", "QĐ", "NQ", "CT", "TT", "TTLT"), "Công văn": ("NĐ", "QĐ", "NQ", "CT")}


def _year(subject: Subject) -> Iterator[Found]:
    for mention, sign in signed(subject.mentions):
        day = mention.ngay
        if day is None or day.month is None:  # "… số 59/2022/NĐ-CP năm 2023" tells of a plan's year
            continue
        if sign.year and mention.date and sign.year != day.year:
            facts = {
                "number": str(sign),
                "year": str(sign.year),
                "date": short_date(day),
            }
            yield Found(mention.date.span, facts)


def _type(subject: Subject) -> Iterator[Found]:
    for mention, sign in signed(subject.mentions):
        loai, code = mention.loai or "", sign.type_code
        if loai not in _STRICT or mention.number is None:
            continue
        wrong = code in _NEVER[loai] if loai in _NEVER else _other_type(loai, sign)
        if wrong:
            facts = {"loai": loai, "number": str(sign), "code": code or sign.org}
            yield Found(mention.number.span, facts)


def _other_type(loai: str, sign: SoKyHieu) -> bool:
    """Whether a number is of another type than the word before it says."""
    if sign.kind == "qh":
        return loai != "Nghị quyết"
    allowed = type_codes(loai) | ({"TTLT"} if loai == "Thông tư" else set())
    coded = bool(allowed) and loai not in ("Luật", "Công văn")
    turned = sign.kind == "congvan" and coded
    return turned or (sign.type_code is not None and sign.type_code not in allowed)


def _issuer(subject: Subject) -> Iterator[Found]:
    for mention, sign in signed(subject.mentions):
        if mention.issuer is None:
            continue
        of_code, of_words = issuer_of_code(sign.org), issuer_of_words(mention.issuer.text)
        if of_code and of_words and of_code != of_words and not _both_fit(of_code, of_words):
            facts = {"number": str(sign), "issuer": mention.issuer.text, "right": of_code}
            yield Found(mention.issuer.span, facts)
        elif not of_code and mention.number and (code := _meant(sign.org, mention.issuer.text)):
            facts = {"number": str(sign), "issuer": mention.issuer.text}
            yield Found(mention.number.span, {**facts, "right": f"cơ quan khác {code}"})


def _meant(code: str, issuer: str) -> str:
    """The abbreviation of a ministry that an unknown one is a slip for, else ""."""
    known = organ_of_words(issuer)
    right = known.code if known else ""
    return right if fold(code) != fold(right) and nearest(code, (right,), 1) else ""


def _both_fit(of_code: str, of_words: str) -> bool:
    """Government documents are also said to be of the National Assembly's Standing Committee."""
    return {of_code, of_words} == {"Quốc hội", "Ủy ban Thường vụ Quốc hội"}


def _term(subject: Subject) -> Iterator[Found]:
    for mention, sign in signed(subject.mentions):
        term = sign.org.removeprefix("UBTV").removeprefix("QH")
        years = TERMS.get(int(term)) if term.isdigit() and "QH" in sign.org else None
        if years and mention.year and not years[0] <= mention.year <= years[1]:
            facts = {
                "number": str(sign),
                "term": term,
                "year": str(mention.year),
                "years": f"{years[0]}–{years[1]}",
            }
            yield Found(mention.span, facts)


def _ended(subject: Subject) -> Iterator[Found]:
    for mention, sign in signed(subject.mentions):
        known, day = organ(sign.org), mention.ngay
        if known is None or day is None:
            continue
        facts = {"number": str(sign), "code": known.code, "name": known.name, "after": known.after}
        if known.until and day.first() >= known.until:
            yield Found(mention.span, {**facts, "what": f"không còn từ {_said(known.until)}"})
        elif known.since and day.last() < known.since:
            yield Found(mention.span, {**facts, "what": f"chỉ có từ {_said(known.since)}"})


def _said(day: date) -> str:
    return f"khoảng tháng {day.month} năm {day.year}"


RULES: tuple[Rule, ...] = (
    Rule(
        "KH210",
        Severity.WARNING,
        "Năm trong số, ký hiệu khác năm ban hành",
        "Số, ký hiệu {number} ghi năm {year}, ngày ban hành ghi {date}",
        why="Năm trong số của văn bản quy phạm pháp luật là năm ban hành; một trong hai chỗ ghi "
        "nhầm.",
        wrong="loi_dan: Theo Nghị định số 43/2011/NĐ-CP ngày 13/6/2012 của Chính phủ.\n",
        right="loi_dan: Theo Nghị định số 43/2011/NĐ-CP ngày 13/6/2011 của Chính phủ.\n",
        fix="xem lại năm ở số, ký hiệu và ở ngày ban hành",
        clause=_PRACTICE,
        limits="Không biết chỗ nào ghi đúng.",
        local=True,
        find=_year,
    ),
    Rule(
        "KH211",
        Severity.ERROR,
        "Tên loại không khớp ký hiệu",
        "Ghi “{loai}” nhưng ký hiệu {number} là của loại khác",
        why="Chữ viết tắt đầu ký hiệu là của tên loại: nghị định NĐ, quyết định QĐ.",
        wrong="loi_dan: Theo Nghị định số 1605/QĐ-TTg ngày 27/8/2010.\n",
        right="loi_dan: Theo Quyết định số 1605/QĐ-TTg ngày 27/8/2010.\n",
        fix="sửa tên loại hoặc ký hiệu",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I",
        limits="Không xét chương trình, đề án, quy chế, quy định, kết luận: các tên ấy có khi chỉ "
        "nội dung được phê duyệt.",
        local=True,
        find=_type,
    ),
    Rule(
        "KH212",
        Severity.WARNING,
        "Cơ quan ban hành không khớp ký hiệu",
        "{number} ghi là của {issuer}, theo ký hiệu là của {right}",
        why="Ký hiệu cho biết cơ quan ban hành: CP là Chính phủ, TTg là Thủ tướng Chính phủ.",
        wrong="loi_dan: Theo Quyết định số 1605/QĐ-TTg ngày 27/8/2010 của Chính phủ.\n",
        right="loi_dan: Theo Quyết định số 1605/QĐ-TTg ngày 27/8/2010 của Thủ tướng Chính phủ.\n",
        fix="ghi của {right}, hoặc xem lại ký hiệu",
        clause=_PRACTICE,
        limits="Chỉ biết cơ quan ở trung ương, các bộ, UBND, HĐND và cấp ủy.",
        local=True,
        find=_issuer,
    ),
    Rule(
        "KH213",
        Severity.WARNING,
        "Khóa Quốc hội không khớp năm",
        "{number} ghi Quốc hội khóa {term} ({years}), năm là {year}",
        why="Số sau chữ QH là khóa Quốc hội; năm ban hành phải ở trong khóa ấy.",
        wrong="loi_dan: Theo Nghị quyết số 52/2017/QH13 ngày 22/11/2017 của Quốc hội.\n",
        right="loi_dan: Theo Nghị quyết số 52/2017/QH14 ngày 22/11/2017 của Quốc hội.\n",
        fix="xem lại năm và khóa Quốc hội",
        clause=_PRACTICE,
        limits="Năm chuyển khóa được coi là thuộc cả hai khóa.",
        local=True,
        find=_term,
    ),
    Rule(
        "KH214",
        Severity.WARNING,
        "Cơ quan chưa có hoặc không còn khi ban hành",
        "{number} ghi mã {code}, nhưng {name} {what}",
        why="Văn bản không thể do một cơ quan chưa thành lập hoặc đã hợp nhất ban hành.",
        wrong="loi_dan: Theo Công văn số 12/BTTTT-THH ngày 10/9/2025.\n",
        right="loi_dan: Theo Công văn số 12/BKHCN-CĐS ngày 10/9/2025.\n",
        fix="xem lại ký hiệu và ngày; cơ quan đổi tên, hợp nhất thì dùng ký hiệu mới",
        clause="Nghị quyết 01/2007/QH12, Nghị quyết 176/2025/QH15 (thời điểm theo thông lệ, kiểm "
        "tra lại)",
        limits="Chỉ biết các bộ, sở có trong bảng của chương trình.",
        local=True,
        find=_ended,
    ),
)
