"""KH429-KH431: blanks among filled cells, parts of a count, per mille for per cent."""

import re
from collections.abc import Iterator
from itertools import chain

from kehoach_cli.checks.blocks import Line
from kehoach_cli.checks.corpus import FIGURES, FIRST_FIGURES, HOLE, Pattern
from kehoach_cli.checks.counts import is_slip
from kehoach_cli.checks.own_tables import OwnTable
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words
from kehoach_cli.checks.shown import columns_of, tables_of
from kehoach_cli.checks.subject import Subject
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.numbers import format_count

_MANY = 8  # rows from which on one blank among filled cells stands out
_FREE = pattern(r"ghi chu|muc tieu|quyet dinh|van ban|can cu")
_TEXTS = ("pham_vi", "dia_diem", "phoi_hop", "san_pham", "nguon_von")
"""Fields that no rule of their own asks for."""
_TOLD = r"[^:.\n]*(?:\.\d{3}[^:.\n]*)*"
_WORD = r"(?:,? (?!trong đó)[^\W\d]+)"
_WHOLE = pattern(
    rf"(?P<whole>{FIRST_FIGURES}(?:/{FIGURES})?)"
    rf"(?:{_WORD}{{1,12}} ?(?:\((?P<inside>[^()\n]*\d[^()\n]*)\)"
    rf"|(?P<among>,? trong đó)?(?(among) |(?: \([A-ZĐ&]+\))?:)(?P<after>{_TOLD}))"
    rf"|{_WORD}{{0,9}}?(?P<all>,? (?:bao )?gồm)(?! các)(?P<parts>{_TOLD}))"
)
_SUMMED = pattern(
    rf"(?P<parts>{FIRST_FIGURES}(?:/{FIGURES})?(?:,? [^\W\d]+){{1,9}}"
    rf"(?:(?:, |; | và ){FIGURES}(?:/{FIGURES})?(?:,? [^\W\d]+){{1,9}}){{1,6}})"
    rf"(?:, |; | \()tổng (?:số|cộng)(?: là|:)? (?P<whole>{FIGURES})(?![\d.,/%]*\d|%)"
    r" (?!triệu|tỷ|tỉ|nghìn|ngàn|đồng)"
)
_SHARES = pattern(r" \((?:đạt |chiếm |bằng )?\d+(?:,\d+)?%\)")
_MARKS = ("(", ":", "trong đó", "gồm")
_ROUGH = pattern(r"\b(?:trên|khoảng|gần|hơn|ngót)\b")
_COUNT = pattern(rf"(?<![\d.,/%])({FIGURES})(?:/({FIGURES}))?(?![\d.,/%]*\d|%)")
_RANKED = pattern(
    r"(?:(?:mức|cấp)(?: độ)?|loại|hạng|năm|tháng|ngày|số|khóa|quý|lần|đợt|phiên bản|giai đoạn) \d+"
)
_RANKS = pattern(r"(?:(?:mức|cấp)(?: độ)?|loại|hạng) \d(?:(?:, | và )\d(?=,| và|[.;)]))*")
_BETWEEN = pattern(r"[,;] |\bvà\b")
_SHARE = 10
"""Parts that come within a tenth of the whole are meant to make it up."""
_ALL = 4
"""Behind "gồm" all parts are told: they are meant where they come within a quarter."""
_AMONG, _NEAR = 3, 50
"""Behind "trong đó" some parts may be left out: three are told, and nearly all is in them."""
_PER_MILLE = Pattern(r"[^\n\ue000]{0,80}\d ?(?P<sign>‰)", needs=("‰",), lower=True)
_BY_THOUSAND = ("suất", "mức sinh", "tử vong", "mặn", "dốc", "dân số", "di cư")


def _blanks(subject: Subject) -> Iterator[Found]:
    for table in subject.own_tables:
        reckoned = {table.numbers, *table.figures}
        for column, heading in enumerate(table.headings):
            if column not in reckoned and not _FREE.search(heading):
                yield from _blank(table, column)
    shown = columns_of(tables_of(subject, DuAn))
    projects = subject.plan.du_an or []
    for key in (key for key in _TEXTS if key in shown and len(projects) >= _MANY):
        lacking = [item for item in projects if key not in item.at]
        if len(lacking) == 1:
            facts = {
                "name": first_words(lacking[0].ten or ""),
                "column": fields_of(DuAn)[key].label,
            }
            yield Found(lacking[0].span("ten"), facts)


def _blank(table: OwnTable, column: int) -> Iterator[Found]:
    """The one row that has nothing in a column where all others have something."""
    rows = [row for row in table.items if column < len(row.cells)]
    lacking = [row for row in rows if row.cells[column].is_blank]
    if len(lacking) == 1 and len(rows) >= _MANY:
        facts = {"name": first_words(lacking[0].name), "column": table.columns[column].ten or ""}
        yield Found(lacking[0].span(column), facts)


def _parts(subject: Subject) -> Iterator[Found]:
    for block in subject.blocks:
        for line in block.lines:
            if any(mark in line.text for mark in _MARKS):
                yield from _parted(line)
            if "tổng số" in line.text or "tổng cộng" in line.text:
                yield from _summed(line)


def _parted(line: Line) -> Iterator[Found]:
    """ "52 điểm (42 cơ quan nhà nước, 11 cơ quan Đảng)"; "1.845/2.166 máy (1.118/1.411 …)"."""
    for match in _overlapping(line.text):
        told = match["inside"] or match["after"] or match["parts"] or ""
        told = _SHARES.sub("", told)
        parts = _all_told(line, match, told) if match["all"] else _counts(told)
        whole = [_number(text) for text in match["whole"].split("/")]
        least = _AMONG if match["among"] else 2
        if len(parts) < least or any(len(part) != len(whole) for part in parts):
            continue
        sums = [sum(column) for column in zip(*parts, strict=True)]
        wrong = [(w, s) for w, s in zip(whole, sums, strict=True) if w != s]
        more = len(parts) > 2 or sums > whole or match["inside"]
        near = _NEAR if match["among"] else _ALL if match["all"] or more else _SHARE
        one = len(whole) == 1 and match["among"] and is_slip(whole[0], sums[0])
        slip = one and _are_apart(match[0].split()[1], told)
        sure = 0 < len(wrong) < len(whole) or _is_swap(whole, parts) or slip
        if wrong and (sure or all(abs(w - s) * near <= w for w, s in wrong)):
            facts = {"whole": match["whole"], "sum": format_count(wrong[0][1])}
            yield Found(line.span(*match.span("whole")), facts)


def _are_apart(thing: str, told: str) -> bool:
    """Whether parts cannot overlap: bodies of several kinds, or "cấp tỉnh …, cấp xã …"."""
    parts = [part.split() for part in _BETWEEN.split(told) if any(map(str.isdigit, part))]
    firsts = {part[0] for part in parts}
    plain = all(part[0][0].isdigit() and part[1:2] != [thing] for part in parts)
    return plain or len(firsts) == 1


def _is_swap(whole: list[int], parts: list[list[int]]) -> bool:
    """Whether two digits of one part changed places: "70" for "07" makes all of the difference."""
    if len(whole) > 1:
        return False
    lacking = whole[0] - sum(part[0] for part in parts)
    for (count,) in parts:
        right = str(count + lacking) if count + lacking >= 0 else ""
        size = max(len(str(count)), len(right), 2)
        typed, right = str(count).zfill(size), right.zfill(size)
        if typed != right and sorted(typed) == sorted(right):
            return True
    return False


def _overlapping(text: str) -> Iterator[re.Match[str]]:
    """Every whole with what follows, which may hold a whole of its own."""
    match = _WHOLE.search(text)
    while match:
        yield match
        match = _WHOLE.search(text, match.end("whole"))


def _all_told(line: Line, match: re.Match[str], told: str) -> list[list[int]]:
    """The parts behind "gồm"; none of money, of rough figures, or where KH451 tells of them."""
    rough = _ROUGH.search(f"{line.text[max(0, match.start() - 7) : match.start()]}{told}")
    noun = match[0][len(match["whole"]) :].split()[0].strip(",") or "gồm"
    alike = len(re.findall(rf"\d {re.escape(noun)}\b", told)) > 1
    if rough or alike or "đồng" in match[0]:
        return []
    first = _counts(told.split(";", maxsplit=1)[0])
    return first if len(first) > 1 else _counts(told)


def _summed(line: Line) -> Iterator[Found]:
    """ "09 phòng, 07 chi cục và 12 đơn vị, tổng số 28 đầu mối"."""
    text = line.text
    behind = [*text.split("tổng số")[1:], *text.split("tổng cộng")[1:]]
    if not any(piece.lstrip(" là:")[:1].isdigit() for piece in behind):
        return
    if "độ " in text or "loại " in text or "hạng " in text:
        text = _RANKS.sub(lambda ranks: "x" * len(ranks[0]), text)
    for match in _SUMMED.finditer(text):
        parts, whole = _counts(match["parts"]), _number(match["whole"])
        total = sum(part[0] for part in parts)
        plain = len(parts) > 1 and all(len(set(part)) == 1 for part in parts)
        if plain and total != whole and abs(whole - total) * _ALL <= whole:
            facts = {"whole": match["whole"], "sum": format_count(total)}
            yield Found(line.span(*match.span("whole")), facts)


def _counts(text: str) -> list[list[int]]:
    """The counts of things that are listed, one of each; none where that is not plain."""
    if HOLE in text or "%" in text or not any(map(str.isdigit, text)):
        return []
    listed = [_COUNT.findall(part) for part in _BETWEEN.split(_RANKED.sub("", text))]
    if any(len(found) > 1 for found in listed):
        return []
    return [[_number(text) for text in found if text] for found in chain.from_iterable(listed)]


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def _per_mille(subject: Subject) -> Iterator[Found]:
    for match in _PER_MILLE.search(subject.corpus):
        if not any(word in match[0] for word in _BY_THOUSAND):
            yield Found(subject.corpus.span(*match.span("sign")))


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: "
_TABLE = (
    "noi_dung:\n- muc: Việc\n  bang:\n    cot: [{ten: TT}, {ten: Việc}, {ten: Thời gian}]\n"
    "    hang:\n" + "".join(f"    - [{n}, Việc {'abcdefgh'[n]}, Quý I]\n" for n in range(1, 8))
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH429",
        Severity.INFO,
        "Một ô trống giữa các ô đã ghi",
        "“{name}” để trống ô “{column}”, mọi hàng khác đều ghi",
        why="Một hàng thiếu điều mà mọi hàng khác đều có thường là quên ghi.",
        wrong=_TABLE + "    - [8, Việc i, '']\n",
        right=_TABLE + "    - [8, Việc i, Quý II]\n",
        fix="ghi thêm, hoặc bỏ qua nếu thật sự không có",
        limits=f"Chỉ báo khi trong {_MANY} hàng trở lên đúng một hàng trống; không xét ghi chú.",
        find=_blanks,
    ),
    Rule(
        "KH430",
        Severity.WARNING,
        "Các số kể ra không cộng thành số chung",
        "Số chung là {whole}, các số kể ra cộng được {sum}",
        why="Kể đủ các phần của một số thì các phần phải cộng thành số ấy.",
        wrong=_TEXT + "Cáp quang đến 52 điểm (42 cơ quan nhà nước, 11 cơ quan Đảng).\n",
        right=_TEXT + "Cáp quang đến 52 điểm (41 cơ quan nhà nước, 11 cơ quan Đảng).\n",
        fix="sửa số chung, hoặc phần ghi nhầm",
        limits="Lệch quá một phần mười thì coi là không kể đủ, không báo.",
        local=True,
        find=_parts,
    ),
    Rule(
        "KH431",
        Severity.WARNING,
        "Dấu phần nghìn thay dấu phần trăm",
        "Ở đây ghi ‰ (phần nghìn)",
        why="‰ đứng cạnh % trên bàn phím ký hiệu; nhầm một dấu là sai mười lần.",
        wrong=_TEXT + "Đã nối mạng 100‰ sở, ngành.\n",
        right=_TEXT + "Đã nối mạng 100% sở, ngành; tỷ suất sinh 15,3‰.\n",
        fix="sửa thành %, nếu không phải tính theo phần nghìn",
        limits="Không báo khi câu nói về tỷ suất sinh, tử, di cư, độ mặn, độ dốc.",
        local=True,
        find=_per_mille,
    ),
)
