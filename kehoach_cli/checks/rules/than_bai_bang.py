"""KH154-KH155: tables that the text speaks of and that are not there; phases beyond the period."""

from collections.abc import Iterator

from kehoach_cli.checks.blocks import Block
from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.mentions_years import years_in
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern

_TABLE = pattern(
    r"(?:tại|theo|trong|ở|như) (?:các )?(?P<name>bảng) (?:sau(?: đây)?|dưới đây)(?=[\s.,:;]|$)"
)
_PHASE = Pattern(
    r"giai đoạn (?:\d|i{1,3}|iv)(?: là)? ?[(:,] ?(?:từ )?(?:năm )?(?P<years>(?P<first>20\d\d)"
    r" ?[-–] ?(?P<last>20\d\d))",
    needs=("giai đoạn ",),
    lower=True,
)
_TO_DO = ("muc_tieu", "nhiem_vu", "giai_phap", "kinh_phi")
_PERIOD = "giai đoạn "
_HEADS = ("\n", "\n- ", "\n+ ")
_LONG = 11
"""Letters of the longest span of years: 2016 - 2020."""


def _no_table(subject: Subject) -> Iterator[Found]:
    """Sentences that send the reader to a table below, in sections that have none."""
    if not subject.corpus.having(("bảng sau", "bảng dưới"), lower=True):
        return
    for block in subject.blocks:
        for line in block.lines:
            match = _TABLE.search(line.text.lower())
            if match and not _has_table(subject.blocks, block):
                yield Found(line.span(*match.span("name")))


def _has_table(blocks: list[Block], block: Block) -> bool:
    """Whether a table stands in the section of a block, or in one below it."""
    depth = len(block.titles)
    return any(one.table is not None and one.titles[:depth] == block.titles for one in blocks)


def _phases(subject: Subject) -> Iterator[Found]:
    """Numbered phases that begin in the period and end after it."""
    years = subject.years
    for match in _PHASE.search(subject.corpus) if years and len(years) > 1 else ():
        if years and int(match["first"]) in years and int(match["last"]) > years[-1]:
            facts = {"text": match["years"], "period": f"{years[0]} - {years[-1]}"}
            yield Found(subject.corpus.span(*match.span("years")), facts)
    yield from _own_periods(subject, years) if years and len(years) > 1 else ()


def _own_periods(subject: Subject, years: range) -> Iterator[Found]:
    """ "Trong giai đoạn 2016 - 2028" of a plan up to 2020; one of the past among its aims."""
    corpus = subject.corpus
    for start, first, last in _periods(corpus.lower):
        at = start - len(_PERIOD)
        ahead = first in years and last > years[-1] and corpus.lower.endswith("trong ", 0, at)
        past = last < years[0] and corpus.lower.endswith(_HEADS, 0, at)
        if not (ahead or past) or subject.roles.get(id(corpus.item(at).record)) not in _TO_DO:
            continue
        line = corpus.text.rfind("\n", 0, at) + 1
        for one in years_in(corpus.text[line : start + _LONG]):
            if (one.first, one.last, line + one.start) == (first, last, start):
                text = corpus.text[start : line + one.end]
                facts = {"text": text, "period": f"{years[0]} - {years[-1]}"}
                yield Found(corpus.span(start, line + one.end), facts)


def _periods(text: str) -> Iterator[tuple[int, int, int]]:
    """Where spans of years stand behind "giai đoạn", with the first year and the last."""
    start = text.find(_PERIOD)
    while start >= 0:
        start += len(_PERIOD)
        first, last = text[start : start + 4], text[start + 4 : start + _LONG].lstrip(" -–")[:4]
        if first.isdecimal() and last.isdecimal() and len(last) == len(first):
            yield start, int(first), int(last)
        start = text.find(_PERIOD, start)


_TEXT = "noi_dung:\n- muc: Kinh phí\n  doan_van: Phân bổ theo bảng sau.\n"
_ROAD = (
    "van_ban: {{thoi_ky: 2016-2020}}\nnoi_dung:\n- muc: Lộ trình\n"
    "  doan_van: Giai đoạn 2 (2018 - {}) làm dữ liệu.\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH154",
        Severity.WARNING,
        "Nhắc đến bảng mà không có bảng",
        "Câu dẫn đến bảng ngay dưới, mục này không có bảng nào",
        why="Bảng bị sót, hoặc đã chuyển sang phụ lục mà lời văn chưa đổi.",
        wrong=_TEXT,
        right=_TEXT + "  bang: {cot: [{ten: TT}, {ten: Việc}], hang: [[1, Mạng]]}\n",
        fix="thêm bang vào mục này, hoặc dẫn đến {{{{ bang.MÃ }}}}, {{{{ phu_luc.MÃ }}}}",
        limits="Bảng vẽ trong hình thì không thấy.",
        find=_no_table,
    ),
    Rule(
        "KH155",
        Severity.WARNING,
        "Giai đoạn vượt thời kỳ",
        "Giai đoạn {text} kết thúc sau thời kỳ của kế hoạch ({period})",
        why="Các giai đoạn của lộ trình nằm trong thời kỳ của kế hoạch.",
        wrong=_ROAD.format(2022),
        right=_ROAD.format(2020),
        fix="sửa năm cuối của giai đoạn, hoặc thoi_ky",
        limits="Chỉ xét giai đoạn có số thứ tự, năm ghi ngay sau.",
        find=_phases,
    ),
)
