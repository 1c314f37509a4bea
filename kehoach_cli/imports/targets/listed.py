"""Targets written as clauses under "Mục tiêu" → `chi_tieu`; the text shows their values from there.

Only clauses of one plain shape: a share or a count first ("100% xã có mạng", "Mở ít nhất 02 lớp
tập huấn"), or a name, a verb, and figures with their years ("Tỷ lệ hồ sơ trực tuyến đạt 80%; đến
năm 2030 đạt 90%", "Số xã có mạng đạt 34/34 xã"). Others stay texts. What prints is the same, word
by word.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from kehoach_cli.imports.alike import plain
from kehoach_cli.imports.yaml_text import Data, Noted
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold, to_identifier, upper_first

_AT_LEAST = r"(?:tối\s+thiểu|ít\s+nhất|trên|hơn|khoảng|dưới|không\s+quá|từ)"
_SHARE = rf"(?:{_AT_LEAST}\s+)?(?<![\d.,])\d{{1,3}}(?:,\d{{1,2}})?\s?%(?:\s+trở\s+lên)?"
_WHEN = r"(?:đến\s+)?(?:hết\s+|cuối\s+)?năm\s+20\d\d"
_VERB = r"(?:đạt(?:\s+tỷ\s+lệ|\s+mức)?|chiếm|là|có)"
_VALUE = pattern(rf"(?P<figure>{_SHARE})", re.IGNORECASE)
_YEAR = pattern(r"năm\s+(20\d\d)", re.IGNORECASE)
_BULLET = (
    r"(?P<open>(?:[-+]\s+)?(?:phấn\s+đấu,?\s+)?(?:"
    + _WHEN
    + r",?\s+)?(?:phấn\s+đấu\s+)?(?:có\s+)?)"
)
_SHARE_FIRST = pattern(
    rf"{_BULLET}(?P<values>{_SHARE})\s+(?:số\s+|các\s+)?(?P<name>[^\W\d][^%;:*^{{}}]*?)"
    r"(?P<end>[.;,]*)",
    re.IGNORECASE,
)
_NAME_FIRST = pattern(
    rf"{_BULLET}(?P<name>[^\W\d][^%;:*^{{}}]*?)(?:\s*,)?\s+(?P<values>(?:{_WHEN},?\s+)?{_VERB}\s+{_SHARE}"
    rf"(?:\s+(?:vào\s+|trong\s+)?{_WHEN})?(?:\s*[,;]\s*(?:và\s+)?{_WHEN}\s+(?:{_VERB}\s+)?{_SHARE})*)"
    r"(?P<end>[.;,]*)",
    re.IGNORECASE,
)
_COUNT = rf"(?:{_AT_LEAST}\s+)?(?<![\d.,/])(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}})(?:/\d{{1,4}})?"
_UNIT = (
    r"(?:doanh\s+nghiệp|hợp\s+tác\s+xã|dịch\s+vụ|cơ\s+quan|hộ\s+gia\s+đình|hộ|người|cán\s+bộ|học\s+viên|"
    r"lượt|lớp|cuộc|buổi|thôn|bản|tổ|xã|phường|tỉnh|điểm|trạm|trường|bệnh\s+viện|cơ\s+sở|máy|hệ\s+thống|"
    r"nền\s+tảng|sản\s+phẩm|tài\s+khoản|chuyên\s+mục|tin|bài|mô\s+hình|hồ\s+sơ|khu)(?!\w)"
)
_DONE = (
    r"(?:(?:tổ\s+chức|đào\s+tạo|bồi\s+dưỡng|xây\s+dựng|thành\s+lập|phát\s+triển|hình\s+thành|mở|hỗ\s+trợ|"
    r"hoàn\s+thành|triển\s+khai|thu\s+hút)(?:\s+được)?\s+)?"
)
"""What is done to what is counted; it stays before the figure."""
_COUNTED = pattern(rf"(?P<figure>{_COUNT}) {_UNIT}", re.IGNORECASE)
_COUNT_FIRST = pattern(
    rf"{_BULLET}{_DONE}(?P<values>{_COUNT} (?P<of>{_UNIT}))\s+(?P<name>[^%\d;:*^{{}}]*?)"
    r"(?P<end>[.;,]*)",
    re.IGNORECASE,
)
_NAMED_COUNT = pattern(
    rf"{_BULLET}(?P<name>(?:tổng\s+)?số\s+[^%\d;:*^{{}}]*?)(?:\s*,)?\s+(?P<values>(?:{_WHEN},?\s+)?"
    rf"(?:đạt|là|lên)\s+{_COUNT} (?P<unit>{_UNIT})(?:\s+(?:vào\s+|trong\s+)?{_WHEN})?"
    rf"(?:\s*[,;]\s*(?:và\s+)?{_WHEN}\s+(?:(?:đạt|là|lên)\s+)?{_COUNT} (?P=unit))*)(?P<end>[.;,]*)",
    re.IGNORECASE,
)
_SHAPES = (
    (_SHARE_FIRST, _VALUE), (_NAME_FIRST, _VALUE), (_COUNT_FIRST, _COUNTED),
    (_NAMED_COUNT, _COUNTED),
)  # fmt: skip
"""How clauses are made, each with what its figures look like."""
_DIGIT = pattern(r"\d")
_PART = pattern(r"\s*[,;](?!\d)\s*")
_HEADS = ("muc tieu", "chi tieu")
_LONGEST, _CODE, _LEAST_WORDS = 300, 40, 3
_TEXT, _INNER, _TITLE = "doan_van", "muc_con", "muc"


class _Clause(NamedTuple):
    """A target in a text. `values`: figures by year, each as it is typed."""

    name: str
    values: dict[str, str]
    unit: str


def with_targets(data: dict[str, Data]) -> dict[str, Data]:
    """The data; clear clauses under "Mục tiêu", "Chỉ tiêu" are targets."""
    listed = data.get("chi_tieu", [])
    reader = _Reader(listed if isinstance(listed, list) else [])
    body = reader.sections(data.get("noi_dung", []), _period(data), inside=False)
    if not reader.new:
        return data
    found: dict[str, Data] = {}
    for key, value in {**data, "noi_dung": body}.items():
        if key == "du_an" or (key == "phu_luc" and "chi_tieu" not in found):
            found.setdefault("chi_tieu", reader.all)
        found[key] = value
    return {**found, "chi_tieu": reader.all}


def _period(data: Mapping[str, Data]) -> str:
    """The year, or the years, that the plan is for; "" for none."""
    keys = data.get("van_ban")
    period = keys.get("thoi_ky") if isinstance(keys, dict) else None
    return period if isinstance(period, str) else ""


class _Reader:
    """Takes targets out of texts. `all`: those of the plan, with the new ones."""

    def __init__(self, there: list[Data]) -> None:
        self.all, self.new = list(there), 0
        bare = (item.value if isinstance(item, Noted) else item for item in there)
        known = [item for item in bare if isinstance(item, dict)]
        self._names = {plain(str(item.get("ten", ""))) for item in known}
        self._codes = {str(item.get("ma", "")).replace("-", "_") for item in known}

    def sections(self, data: Data, year: str, *, inside: bool) -> Data:
        """Sections with their targets taken out. `inside`: under a title that speaks of targets."""
        if not isinstance(data, list):
            return data
        return [self._section(item, year, inside=inside) for item in data]

    def _section(self, data: Data, year: str, *, inside: bool) -> Data:
        if isinstance(data, Noted):
            return Noted(self._section(data.value, year, inside=inside), data.note)
        if isinstance(data, str):
            return self._text(data, year) if inside else data
        if not isinstance(data, dict):
            return data
        title = str(data.get(_TITLE, ""))
        inside = inside or any(word in fold(title) for word in _HEADS)
        year = _year_in(title) or year
        found = dict(data)
        if inside and _TEXT in data:
            found[_TEXT] = self._texts(data[_TEXT], year)
        if _INNER in data:
            found[_INNER] = self.sections(data[_INNER], year, inside=inside)
        return found

    def _texts(self, data: Data, year: str) -> Data:
        if isinstance(data, list):
            return [self._text(item, year) if isinstance(item, str) else item for item in data]
        return self._text(data, year) if isinstance(data, str) else data

    def _text(self, text: str, year: str) -> str:
        """Paragraphs, a line each; one that ends with ":" may say the year of those below."""
        found: list[str] = []
        for line in text.split("\n"):
            if line.rstrip().endswith(":"):
                year = _year_in(line) or year
                found.append(line)
            else:
                found.append(self._line(line, year))
        return "\n".join(found)

    def _line(self, line: str, year: str) -> str:
        if len(line) > _LONGEST or not _DIGIT.search(line):
            return line
        for shape, figure in _SHAPES:
            match = shape.fullmatch(line)
            clause = _clause(match, figure, year) if match else None
            if match and clause and plain(clause.name) not in self._names:
                code = self._add(clause)
                return _shown(line, match.span("values"), figure, clause, code)
        return line

    def _add(self, clause: _Clause) -> str:
        base = code = _code(clause.name)
        count = 1
        while code in self._codes or code[0].isdigit():
            count += 1
            code = f"{base}_{count}" if base[0].isalpha() else f"ct_{base}_{count}"
        self._codes.add(code)
        self._names.add(plain(clause.name))
        values: dict[str, Data] = dict(clause.values)
        target: dict[str, Data] = {"ma": code, "ten": clause.name, "don_vi_tinh": clause.unit}
        self.all.append({**target, "gia_tri": values})
        self.new += 1
        return code


def _code(name: str) -> str:
    """A name as a code of whole words, as many as fit."""
    whole = to_identifier(name).strip("_")
    short = whole[: _CODE + 1].rpartition("_")[0] if len(whole) > _CODE else whole
    return short or whole[:_CODE] or "chi_tieu"


def _year_in(text: str) -> str:
    """The one year that a text names; "" for none or several."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 else ""


def _clause(match: re.Match[str], figure: re.Pattern[str], year: str) -> _Clause | None:
    """What a clause says; None where a figure's year is not known, or told twice."""
    said = match.groupdict()
    year = _year_in(match["open"]) or year
    of = said.get("of")
    unit = of or said.get("unit") or "%"
    named = f"số {of} {match['name']}" if of else match["name"]
    name = upper_first(" ".join(named.split()).strip(" ,"))
    values: dict[str, str] = {}
    for part in _PART.split(match["values"]):
        when = _year_in(part) or ("" if values else year)
        share = figure.search(part)
        if share is None or not when or when in values:
            return None
        values[when] = share["figure"]
    is_open = bool(_YEAR.search(match["name"])) or len(name.split()) < _LEAST_WORDS
    return None if is_open or not values else _Clause(name, values, unit)


def _shown(
    line: str, span: tuple[int, int], figure: re.Pattern[str], clause: _Clause, code: str
) -> str:
    """The line with the figures as the target's values."""
    years = iter(clause.values)
    start, end = span

    def put(_: re.Match[str]) -> str:
        year = next(years)
        time = f"nam_{year.replace('-', '_')}" if "-" in year else year
        return f"{{{{ chi_tieu.{code}.{time} }}}}"

    return line[:start] + figure.sub(put, line[start:end]) + line[end:]
