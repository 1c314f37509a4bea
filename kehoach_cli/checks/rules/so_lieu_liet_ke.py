"""KH465: counts beside what is named right behind them."""

from collections.abc import Iterator

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.corpus import HOLE
from kehoach_cli.checks.counts import Count, counts_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_NAMED_LIST = (
    "nhóm|nhiệm vụ|dự án|chỉ tiêu|giải pháp|nội dung|mục tiêu|hệ thống|nền tảng|cơ sở|lĩnh vực|"
    "sản phẩm|trụ cột|phần mềm|dịch vụ|ứng dụng|bước|loại|tiêu chí|yếu tố|khâu|ngành|đơn vị|"
    "cơ quan|sở|xã|phường|huyện|thôn|bản|tỉnh|trường|chợ|tuyến|điểm|trung tâm|phòng|bệnh viện|"
    "chương trình|đề án|kế hoạch|bộ dữ liệu|hợp tác|thị trấn|phân hệ|mô hình|địa phương|"
    "quận|thành phố|thị xã|hợp phần|ngân hàng|tổ chức|doanh nghiệp|trang|cổng|kênh|trạm|khu|"
    "công trình|hồ|cầu|lễ hội|di tích|khối phố|phong trào|hội nghị"
)
_NAMED = frozenset(_NAMED_LIST.split("|"))
_LINKS = (" gồm", " bao gồm", " là", " sau đây", " sau", ",")
_OPENINGS = (": ", " (", " gồm ")
_NOT_NAMES = frozenset("0123456789%:()")
_OPEN = ("…", "...", "v.v", "khác", HOLE)
_JOINED_LIST = (
    " và Đầu tư| và Đào tạo| và Phát triển nông| và Môi trường| và Công nghệ| và Truyền thông|"
    " và Xã hội|, Thể thao và Du lịch| và Du lịch| và Phục hồi| và Tôn giáo| và UBND| và Ủy ban|"
    ", Hạ tầng và Đô thị"
)
_JOINED = _JOINED_LIST.split("|")
"""Ends of the names of one agency, after which nothing else is counted."""
_FEWEST, _MOST = 3, 40
_MOST_WORDS = 11


def _named(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        for line in block.lines:
            if _may_list(line.text):
                for count in counts_in(line.text):
                    yield from _counted(line, count)


def _may_list(text: str) -> bool:
    """Whether names may stand side by side behind what opens a list."""
    last = max(text.rfind(","), text.rfind(";"))
    return any(0 <= text.find(mark) < last for mark in _OPENINGS)


def _counted(line: Line, count: Count) -> Iterator[Found]:
    if count.value > _MOST or _NAMED.isdisjoint((count.things, count.things.split()[0])):
        return
    what, text = _list(line.text[count.end :])
    listed = _other_count(count.value, text) if text else 0
    if listed:
        said = f"{line.text[count.start : count.end]}{what}"
        yield Found(line.span(count.start, count.end), {"count": said, "listed": str(listed)})


def _list(text: str) -> tuple[str, str]:
    """What is counted and the names behind it: " huyện: A, B", " huyện (A, B)", " xã gồm A, B."."""
    opened = text.find(" (")
    if text[opened + 2 : text.find(")", opened)].isupper():
        text = text[:opened] + text[opened:].partition(")")[2]
    places = ((at, mark) for mark in _OPENINGS if (at := text.find(mark)) > 0)
    at, mark = min(places, default=(0, ""))
    what, names = text[:at].partition(" trong ")[0].rstrip(), text[at + len(mark) :]
    if mark == " (":
        names, closed, _ = names.partition(")")
        names = names.removeprefix("gồm ").removeprefix("gồm: ") if closed else ""
    else:
        names = names.partition(". ")[0].rstrip().removesuffix(".")
        first, _, more = names.partition("; ")
        if "," in first and any(map(str.isdigit, more)):  # "; mỗi huyện 6 trường"
            names = first
    for link in _LINKS:
        what = what.removesuffix(link)
    if " độ " in what:
        what = what.rstrip("0123456789 ")
    plain = (
        all(char.isalpha() or char in ", -" for char in what) and len(what.split()) <= _MOST_WORDS
    )
    return (what, names) if plain and _NOT_NAMES.isdisjoint(names) else ("", "")


def _other_count(count: int, text: str) -> int:
    """How many are named where that is another number; 0 where it is right, or cannot be told.

    Names may stand between commas, or between semicolons with commas in them; "và" may join two.
    """
    if any(sign in text.lower() for sign in _OPEN):
        return 0
    for name in _JOINED if " và " in text else ():
        text = text.replace(name, "")
    text = text.replace(" và “", ", “")
    parts = text.split(";")
    first = parts[0].split(",")
    named = first if len(first) > 1 and (len(parts) == 1 or _are_names(first)) else parts
    possible = {len(parts), len(first), len(text.replace(";", ",").split(","))}
    possible |= {number + text.count(" và ") for number in possible}
    possible.add(len(first) + parts[0].count(" và "))
    apart = min(abs(count - number) for number in possible)
    names = _are_names(named)
    enough = len(named) >= (2 if names else _FEWEST)
    short = all(0 < len(name.split()) <= _MOST_WORDS for name in named)
    return len(named) if enough and short and 0 < apart <= 1 + names else 0


def _are_names(pieces: list[str]) -> bool:
    return all(piece.strip(" “")[:1].isupper() for piece in pieces)


_TEXT = "noi_dung:\n- muc: Nhiệm vụ\n  doan_van: "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH465",
        Severity.WARNING,
        "Số đếm khác số tên kể ngay sau",
        "Câu nói {count}, ngay sau kể {listed}",
        why="Số đếm và các tên kể ra khác nhau thì hoặc đếm nhầm, hoặc sót một tên.",
        wrong=_TEXT + '"Làm tại 4 huyện: Long Hồ, Mang Thít, Vũng Liêm."\n',
        right=_TEXT + '"Làm tại 3 huyện: Long Hồ, Mang Thít, Vũng Liêm."\n',
        fix="sửa số đếm, hoặc thêm tên còn thiếu",
        limits="Tên kể ra có số, có dấu … hay chữ khác thì không xét; chỉ báo khi lệch một, hai.",
        local=True,
        find=_named,
    ),
)
