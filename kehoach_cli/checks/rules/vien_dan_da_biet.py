"""KH215-KH218: a citation against others of one document, and against what is known of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from kehoach_cli.checks.counts import is_slip
from kehoach_cli.checks.mention import Mention, signed
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.dates import PartialDate, short_date
from kehoach_cli.vietnamese.known_documents import KnownDocument
from kehoach_cli.vietnamese.known_documents import subject as about
from kehoach_cli.vietnamese.organs import (
    central_organ,
    is_one_in_the_country,
)
from kehoach_cli.vietnamese.so_ky_hieu import SoKyHieu

_REGISTER = "sổ văn bản kèm chương trình (nguồn ghi ở từng văn bản)"


def _key(mention: Mention) -> str | None:
    """What tells one document from every other, where its citation is enough for that."""
    sign = mention.sign
    if sign is None or mention.year is None or not mention.number:
        return None
    if is_one_in_the_country(sign.org):
        return str(sign)
    return f"{mention.number.text} {mention.year} {mention.issuer.text if mention.issuer else ''}"


def _dates(subject: Subject) -> Iterator[Found]:
    dated: dict[str, dict[PartialDate, Mention]] = {}
    for mention in subject.mentions:
        if mention.ngay is None or mention.ngay.day is None or mention.date is None:
            continue
        key = _key(mention)
        if key is None:
            continue
        before = dated.setdefault(key, {})
        local = not is_one_in_the_country(mention.sign.org) if mention.sign else False
        differ = _is_slip_of if local else _differ
        first = next((one for day, one in before.items() if differ(day, mention.ngay)), None)
        before.setdefault(mention.ngay, mention)
        if first and first.ngay and first.date:
            facts = {
                "number": str(mention.sign),
                "date": short_date(mention.ngay),
                "other": short_date(first.ngay),
                "line": str(first.date.span.first.line),
            }
            yield Found(mention.date.span, facts)


def _differ(one: PartialDate, other: PartialDate) -> bool:
    """Whether one document has two dates; a number comes again in another year, on another day."""
    if one == other:
        return False
    return one.year == other.year or (one.day, one.month) == (other.day, other.month)


def _is_slip_of(one: PartialDate, other: PartialDate) -> bool:
    """Whether of two days of one year one is a slip for the other.

    Agencies that share a symbol share numbers, on quite other days.
    """
    if not (one.day and one.month and other.day and other.month):
        return False
    days, months = is_slip(one.day, other.day), is_slip(one.month, other.month)
    return (days and one.month == other.month) or (months and one.day == other.day)


def _issuers(subject: Subject) -> Iterator[Found]:
    first: dict[str, tuple[Mention, str]] = {}
    for mention, sign in signed(subject.mentions):
        organ_name = central_organ(mention.issuer.text) if mention.issuer else None
        if sign.org != "TW" or mention.issuer is None or organ_name is None:
            continue
        other, name = first.setdefault(str(sign), (mention, organ_name))
        if name != organ_name and other.issuer and _may_be_one(mention, other):
            facts = {
                "number": str(sign),
                "issuer": mention.issuer.text,
                "other": other.issuer.text,
                "line": str(other.issuer.span.first.line),
            }
            yield Found(mention.issuer.span, facts)


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Numbers of the Party begin anew with each congress, so that the year tells them apart."""
    return one.year is None or other.year is None or one.year == other.year


def _known(subject: Subject) -> Iterator[Found]:
    """Dates and names that differ from those of a well-known document."""
    for mention in subject.mentions:
        candidates = _candidates(mention, subject)
        dates = {candidate.ngay for candidate in candidates if candidate.ngay}
        sure = all(candidate.ngay for candidate in candidates)
        if not (dates and sure and mention.ngay and mention.date):
            continue
        if _of_the_task(mention, subject):
            continue
        if not _fits(mention.ngay, dates) and (mention.sign or _is_slip(mention.ngay, dates)):
            facts = {"name": mention.printed, "date": short_date(mention.ngay)}
            right = " hoặc ".join(short_date(PartialDate.of(day)) for day in sorted(dates))
            yield Found(mention.date.span, {**facts, "right": right})


def _of_the_task(mention: Mention, subject: Subject) -> bool:
    """Whether a year behind a number is that of the plan: "thực hiện … 57-NQ/TW năm 2026"."""
    day, years = mention.ngay, subject.years
    bare = day is not None and day.month is None and mention.sign is not None
    return bool(bare and day and years and years[0] <= day.year <= years[-1])


def _candidates(mention: Mention, subject: Subject) -> list[KnownDocument]:
    """The known documents that a citation may mean."""
    sign = mention.sign
    if sign is None:
        return subject.laws.get(mention.ten.casefold(), [])
    known = subject.documents.get(str(sign))
    if known is None:
        return []
    # A number without year comes again every year: another year is another document.
    if sign.year or sign.kind in ("qh", "party") or known.ngay is None:
        return [known]
    # The same day and month of another year is more likely a slip than another document.
    day = mention.ngay
    same = day is not None and (day.day, day.month) == (known.ngay.day, known.ngay.month)
    return [known] if same or mention.year == known.ngay.year else []


def _is_slip(day: PartialDate, dates: Iterable[date]) -> bool:
    """Whether one part of a day is wrong, or all but the year.

    A law of the same name has quite another day, in another year.
    """
    typed = (day.day, day.month, day.year)
    swapped = (day.month, day.day, day.year)
    rights = [(at.day, at.month, at.year) for at in dates]
    near = any(_wrong_parts(typed, right) == 1 for right in rights)
    return near or swapped in rights or any(at.year == day.year for at in dates)


def _wrong_parts(typed: tuple[int | None, ...], right: tuple[int, ...]) -> int:
    return sum(one not in (None, other) for one, other in zip(typed, right, strict=True))


def _fits(day: PartialDate, dates: Iterable[date]) -> bool:
    return any(day.first() <= right <= day.last() for right in dates)


def _title(subject: Subject) -> Iterator[Found]:
    documents = [d for d in subject.documents.values() if d.ten and d.loai != "Luật"]
    for mention, sign in signed(subject.mentions):
        alike = [d for d in documents if _is_rival(d, sign, mention)]
        if not alike or mention.number is None:
            continue
        said, own = about(mention.tail), subject.documents.get(str(sign))
        right = next((d for d in alike if said.startswith(d.subject)), None)
        if right and (own is None or about(own.ten) != right.subject):
            facts = {"number": str(sign), "right": right.so_ky_hieu, "title": right.ten}
            yield Found(mention.number.span, facts)


def _is_rival(known: KnownDocument, sign: SoKyHieu, mention: Mention) -> bool:
    """Whether a known document is another one of the same type and organ, in force that year."""
    if not known.so_ky_hieu.endswith(f"/{sign.type_code}-{sign.org}") or mention.year is None:
        return False
    held = known.year is not None and known.year <= mention.year
    return (
        known.so_ky_hieu != str(sign) and held and (not known.den or mention.year < known.den.year)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "KH215",
        Severity.ERROR,
        "Một văn bản ghi hai ngày ban hành",
        "{number} ở đây ghi ngày {date}, ở dòng {line} ghi ngày {other}",
        why="Một văn bản chỉ có một ngày ban hành; một trong hai chỗ ghi nhầm.",
        wrong="noi_dung:\n- muc: Căn cứ\n  doan_van: |\n"
        "    Chỉ thị số 15/CT-TTg ngày 22/5/2012 của Thủ tướng Chính phủ.\n"
        "    Chỉ thị số 15/CT-TTg ngày 23/5/2012 của Thủ tướng Chính phủ.\n",
        right="noi_dung:\n- muc: Căn cứ\n  doan_van: |\n"
        "    Chỉ thị số 15/CT-TTg ngày 22/5/2012 của Thủ tướng Chính phủ.\n"
        "    Làm theo Chỉ thị số 15/CT-TTg.\n",
        fix="tra lại ngày ban hành rồi ghi giống nhau",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6",
        limits="Văn bản của nơi khác, nhiều cơ quan cùng ký hiệu, chỉ xét khi cùng năm và chỉ khác "
        "ngày hoặc chỉ khác tháng, một chữ số.",
        find=_dates,
    ),
    Rule(
        "KH216",
        Severity.WARNING,
        "Một văn bản ghi hai cơ quan ban hành",
        "{number} ở đây ghi của {issuer}, ở dòng {line} ghi của {other}",
        why="Một văn bản chỉ có một cơ quan ban hành; một trong hai chỗ ghi nhầm.",
        wrong="noi_dung:\n- muc: Căn cứ\n  doan_van: |\n"
        "    Chỉ thị số 34-CT/TW ngày 15/4/2009 của Bộ Chính trị.\n"
        "    Chỉ thị số 34-CT/TW ngày 15/4/2009 của Ban Bí thư.\n",
        right="noi_dung:\n- muc: Căn cứ\n  doan_van: |\n"
        "    Chỉ thị số 34-CT/TW ngày 15/4/2009 của Bộ Chính trị.\n"
        "    Làm theo Chỉ thị số 34-CT/TW.\n",
        fix="tra lại cơ quan ban hành rồi ghi giống nhau",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6",
        limits="Chỉ so Bộ Chính trị, Ban Bí thư, Ban Chấp hành Trung ương; nơi khác được so với ký "
        "hiệu.",
        find=_issuers,
    ),
    Rule(
        "KH217",
        Severity.WARNING,
        "Ngày khác ngày của văn bản đã biết",
        "{name} ghi ngày {date}; văn bản ấy ban hành ngày {right}",
        why="Ngày ban hành ghi sai thì viện dẫn trỏ đến văn bản không có.",
        wrong="can_cu: [Luật Giao dịch điện tử ngày 29 tháng 11 năm 2015]\n",
        right="can_cu: [Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005]\n",
        fix="tra lại; nếu đúng là văn bản ấy thì ghi ngày {right}",
        clause=_REGISTER,
        limits="Chỉ biết các văn bản hay viện dẫn có trong sổ.",
        local=True,
        find=_known,
    ),
    Rule(
        "KH218",
        Severity.WARNING,
        "Trích yếu là của văn bản khác",
        "{number} mang trích yếu của văn bản số {right}",
        why="Trích yếu này đã biết là của một văn bản khác cùng loại; có thể số ghi nhầm.",
        wrong="loi_dan: Theo Nghị định số 102/2012/NĐ-CP ngày 06/11/2012 của Chính phủ về quản lý "
        "đầu tư ứng dụng công nghệ thông tin.\n",
        right="loi_dan: Theo Nghị định số 102/2009/NĐ-CP ngày 06/11/2009 của Chính phủ về quản lý "
        "đầu tư ứng dụng công nghệ thông tin.\n",
        fix="tra lại; nếu đúng là văn bản ấy thì ghi số {right}",
        clause=_REGISTER,
        limits="Chỉ biết các văn bản hay viện dẫn có trong sổ.",
        local=True,
        find=_title,
    ),
)
