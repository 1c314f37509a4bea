"""KH600-KH699: bodies and places of 2025-2026, judged at the plan's date; without one, silent."""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.corpus import Item, Pattern
from kehoach_cli.checks.history import tells_the_past
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.van_ban import NoiNhan, VanBan
from kehoach_cli.vietnamese.bodies import (
    NO_DISTRICTS,
    Body,
    agencies_gone,
    bodies_begun,
    committees_gone,
    provinces_gone,
)

_TERRITORY = "Nghị quyết 202/2025/QH15"
_ISSUER = frozenset(("co_quan_ban_hanh", "co_quan_chu_quan"))
_DISTRICT = Pattern(
    r"(?<!\w)(?:huyện(?! đảo)|quận|thị xã)(?!\w)", needs=("huyện", "quận", "thị xã"), lower=True
)


def _places(subject: Subject, body: Body) -> Iterator[tuple[Item, int, int]]:
    """Where a body is named, also in other letters."""
    for start, end in subject.words.places(body.name.lower()):
        yield subject.corpus.item(start), start, end


def _is_issuer(item: Item) -> bool:
    return isinstance(item.record, VanBan) and item.key in _ISSUER


def _gone(subject: Subject, bodies: Iterable[Body]) -> Iterator[Body]:
    """The bodies that are no more at the plan's date."""
    day = subject.date
    return iter(()) if day is None else (body for body in bodies if body.day <= day)


def _issuer(subject: Subject) -> Iterator[Found]:
    for body in _gone(subject, (*provinces_gone(), *agencies_gone())):
        for item, start, end in _places(subject, body):
            if _is_issuer(item):
                facts = {**_facts(body), "field": item.key}
                yield Found(subject.corpus.span(start, end), facts)
    for item, start, end in _districts(subject):
        if _is_issuer(item):
            text = subject.corpus.text[start:end]
            facts = {"text": text, "day": "01/7/2025", "now": "xã, phường, đặc khu"}
            yield Found(subject.corpus.span(start, end), {**facts, "field": item.key})


def _facts(body: Body) -> dict[str, str]:
    day = f"{body.day.day:02}/{body.day.month}/{body.day.year}"
    return {"text": body.name, "day": day, "now": body.successor}


def _bodies(subject: Subject, bodies: Iterable[Body]) -> Iterator[Found]:
    """Where each body that is no more is named as if it were alive: first, and as a recipient."""
    for body in _gone(subject, bodies):
        places = [place for place in _places(subject, body) if _alive(subject, place)]
        told = [p for n, p in enumerate(places) if n == 0 or isinstance(p[0].record, NoiNhan)]
        for _, start, end in told:
            facts = {**_facts(body), "count": str(len(places))}
            yield Found(subject.corpus.span(start, end), facts)


def _alive(subject: Subject, place: tuple[Item, int, int]) -> bool:
    return not _is_issuer(place[0]) and not tells_the_past(subject, *place)


def _provinces(subject: Subject) -> Iterator[Found]:
    yield from _bodies(subject, (*provinces_gone(), *committees_gone()))


def _agencies(subject: Subject) -> Iterator[Found]:
    yield from _bodies(subject, agencies_gone())


def _districts(subject: Subject) -> Iterator[tuple[Item, int, int]]:
    if subject.date is not None and subject.date >= NO_DISTRICTS:
        for match in _DISTRICT.search(subject.corpus):
            yield subject.corpus.item(match.start()), *match.span()


def _district_level(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    kinds: dict[str, list[tuple[int, int]]] = {}
    for place in _districts(subject):
        if _alive(subject, place):
            _, start, end = place
            kinds.setdefault(corpus.lower[start:end], []).append((start, end))
    for found in kinds.values():
        start, end = found[0]
        facts = {"text": corpus.text[start:end], "count": str(len(found))}
        yield Found(corpus.span(start, end), facts)


def _not_yet(subject: Subject) -> Iterator[Found]:
    for body in bodies_begun():
        if subject.date is not None and subject.date < body.day:
            for item, start, end in _places(subject, body):
                if not tells_the_past(subject, item, start, end):
                    yield Found(subject.corpus.span(start, end), _facts(body))


RULES: tuple[Rule, ...] = (
    Rule(
        "KH600",
        Severity.ERROR,
        "Cơ quan ban hành không còn",
        "“{text}” không còn từ ngày {day}, nay là {now}",
        why="Cơ quan đã giải thể hoặc hợp nhất thì không ban hành được văn bản.",
        wrong="van_ban: {co_quan_ban_hanh: Ủy ban nhân dân tỉnh Hà Giang,"
        " ngay_ban_hanh: 15/01/2026}\n",
        right="van_ban: {co_quan_ban_hanh: Ủy ban nhân dân tỉnh Hà Giang,"
        " ngay_ban_hanh: 15/01/2024}\n",
        fix="ghi cơ quan mới ở {field}, hoặc sửa ngày ban hành",
        clause=_TERRITORY,
        limits="Xét theo ngày ban hành, nếu chưa có thì theo năm đầu của thời kỳ.",
        find=_issuer,
    ),
    Rule(
        "KH601",
        Severity.WARNING,
        "Tỉnh không còn",
        "“{text}” không còn từ ngày {day}, nay là {now} ({count} chỗ)",
        why="Từ 01/7/2025 cả nước còn 34 đơn vị hành chính cấp tỉnh.",
        wrong="van_ban: {ngay_ban_hanh: 15/01/2026}\nloi_dan: Phối hợp với tỉnh Bắc Giang\n",
        right="van_ban: {ngay_ban_hanh: 15/01/2026}\nloi_dan: Phối hợp với tỉnh Bắc Ninh\n",
        fix="ghi {now}; nếu nói chuyện cũ thì thêm “(cũ)” hoặc năm",
        clause=_TERRITORY,
        limits="Coi là chuyện cũ khi đứng trong viện dẫn, phần hiện trạng, câu có năm đã qua.",
        find=_provinces,
    ),
    Rule(
        "KH602",
        Severity.WARNING,
        "Cấp huyện không còn",
        "“{text}” không còn là đơn vị hành chính từ ngày 01/7/2025 ({count} chỗ)",
        why="Chính quyền địa phương nay có hai cấp: tỉnh và xã, phường, đặc khu.",
        wrong="van_ban: {ngay_ban_hanh: 15/01/2026}\nloi_dan: Giao UBND các huyện thực hiện\n",
        right="van_ban: {ngay_ban_hanh: 15/01/2026}\nloi_dan: Giao UBND các xã thực hiện\n",
        fix="giao cho xã, phường, đặc khu hoặc cho sở",
        clause="Luật Tổ chức chính quyền địa phương 72/2025/QH15",
        limits="Không nhận ra thành phố thuộc tỉnh, vì tên giống thành phố còn hoạt động.",
        find=_district_level,
    ),
    Rule(
        "KH603",
        Severity.WARNING,
        "Bộ, sở đã hợp nhất",
        "“{text}” không còn từ ngày {day}, việc của cơ quan này sau đó thuộc {now} ({count} chỗ)",
        why="Giao việc cho cơ quan không còn thì không ai thực hiện.",
        wrong="van_ban: {ngay_ban_hanh: 15/01/2026}\n"
        "loi_dan: Sở Thông tin và Truyền thông chủ trì\n",
        right="van_ban: {ngay_ban_hanh: 15/01/2026}\nloi_dan: Sở Khoa học và Công nghệ chủ trì\n",
        fix="ghi cơ quan đang làm việc ấy, thường là {now}; kiểm tra lại chức năng được chuyển",
        clause="Nghị định 150/2025/NĐ-CP; trước đó Nghị quyết 01/2007/QH12",
        limits="Một phần việc có thể chuyển cho cơ quan khác, như báo chí, an toàn thông tin mạng.",
        find=_agencies,
    ),
    Rule(
        "KH604",
        Severity.WARNING,
        "Cơ quan chưa có",
        "“{text}” chỉ có từ ngày {day}, sau ngày của kế hoạch",
        why="Kế hoạch không giao việc được cho cơ quan chưa thành lập.",
        wrong="van_ban: {ngay_ban_hanh: 15/01/2016}\nloi_dan: Giao Sở Nông nghiệp và Môi trường\n",
        right="van_ban: {ngay_ban_hanh: 15/01/2026}\nloi_dan: Giao Sở Nông nghiệp và Môi trường\n",
        fix="ghi tên cơ quan lúc ấy, hoặc sửa ngày ban hành",
        limits="Chỉ biết những cơ quan mới từ năm 2025.",
        find=_not_yet,
    ),
)
