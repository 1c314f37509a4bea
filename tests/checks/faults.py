"""Single faults put into a good plan, kind by kind, as people make them.

Each maker takes a generator and the lines of a plan and gives the lines with one fault and the
number of the line (from 1) where a finding is expected; None where the plan has no such place.
"""

import random
import re
from collections.abc import Callable, Iterable

Lines = list[str]
Faulty = tuple[Lines, int]
Maker = Callable[[random.Random, Lines], Faulty | None]

KEY = re.compile(r"^(\s*(?:- )?)([a-z_]{4,}):(?=\s|$)")
FREE = ("nguon_von", "phan_nhom", "kinh_phi", "khac", "gia_tri", "von")
"""Under these stand keys of the author's own."""
AMOUNT = re.compile(r"^\s+(?:von|kinh_phi|tong_kinh_phi|nhu_cau|bo_tri|du_kien|tong)\b.*\d")
STATED = re.compile(r"tong_ghi|\bghi\(|^\s+(?:tong|20\d\d): ")
MONEY = re.compile(r"(?<=[ {])(\d{1,3}(?:\.\d{3})+)(?=[,}\s]|$)")
NUMBER = re.compile(r"\d+[a-z]?/(\d{4})/([A-ZĐ]{2,4})-([A-Z]+)")
TEXT_LINE = re.compile(r"^\s+(?:[-+] )?[A-ZĐÀ-Ỹ][^:{}#|]{30,}[.;]$")
AGENCIES = ("Sở Nội vụ", "Sở Tài chính", "Bộ Tài chính", "Văn phòng Chính phủ")


def _pick(rng: random.Random, lines: Lines, fits: Callable[[str], object]) -> int | None:
    """The index of a random line that fits."""
    found = [
        at for at, line in enumerate(lines) if fits(line) and not line.lstrip().startswith("#")
    ]
    return rng.choice(found) if found else None


def _changed(lines: Lines, at: int, line: str, expected: int | None = None) -> Faulty:
    return [*lines[:at], line, *lines[at + 1 :]], (at if expected is None else expected) + 1


def put(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Maker:
    """A maker that changes what a pattern finds on a line."""
    compiled = re.compile(pattern)

    def maker(rng: random.Random, lines: Lines) -> Faulty | None:
        at = _pick(rng, lines, compiled.search)
        if at is None:
            return None
        match = rng.choice(list(compiled.finditer(lines[at])))
        text = match.expand(new) if isinstance(new, str) else new(match)
        return _changed(lines, at, lines[at][: match.start()] + text + lines[at][match.end() :])

    return maker


def _dropped(pattern: str, expected: str) -> Maker:
    """A maker that deletes a line; the finding is expected where another pattern stands."""
    compiled, place = re.compile(pattern), re.compile(expected)

    def maker(rng: random.Random, lines: Lines) -> Faulty | None:
        at = _pick(rng, lines, compiled.search)
        if at is None:
            return None
        left = lines[:at] + lines[at + 1 :]
        above = range(at, 0, -1)
        line = next((n for n in above if place.search(left[n - 1])), None)
        return None if line is None else (left, line)

    return maker


def misspelt_key(rng: random.Random, lines: Lines) -> Faulty | None:
    """Two letters of a declared key change places."""
    free = _under_free_keys(lines)
    fits = [
        at
        for at, line in enumerate(lines)
        if at not in free and (match := KEY.match(line)) and len(set(match[2])) > 3
    ]
    if not fits:
        return None
    at = rng.choice(fits)
    match = KEY.match(lines[at])
    assert match
    key = match[2]
    swaps = [n for n in range(len(key) - 1) if key[n] != key[n + 1]]
    n = rng.choice(swaps)
    wrong = key[:n] + key[n + 1] + key[n] + key[n + 2 :]
    return _changed(lines, at, lines[at].replace(key, wrong, 1))


def _under_free_keys(lines: Lines) -> set[int]:
    """The lines whose keys are the author's own, or text."""
    free: set[int] = set()
    depth: int | None = None
    for at, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" -"))
        if depth is not None and line.strip() and indent <= depth:
            depth = None
        if depth is not None:
            free.add(at)
        match = KEY.match(line)
        if depth is None and match and (match[2] in FREE or line.rstrip().endswith(("|", ">"))):
            depth = len(match[1])
    return free


def repeated_key(rng: random.Random, lines: Lines) -> Faulty | None:
    """A one-line field stands twice."""
    at = _pick(rng, lines, re.compile(r"^\s+[a-z_]+: [^|>{\[]+$").search)
    if at is None:
        return None
    return [*lines[: at + 1], lines[at], *lines[at + 1 :]], at + 2


def changed_amount(rng: random.Random, lines: Lines) -> Faulty | None:
    """A digit of an amount in the register of projects is another."""
    begin = next((at for at, line in enumerate(lines) if line.startswith("du_an:")), None)
    if begin is None:
        return None
    fits = [
        at
        for at in range(begin, len(lines))
        if MONEY.search(lines[at]) and re.search(r"von|kinh_phi|tong", lines[at])
    ]
    if not fits:
        return None
    at = rng.choice(fits)
    match = rng.choice(list(MONEY.finditer(lines[at])))
    n = rng.choice([n for n, char in enumerate(match[1]) if char.isdigit()])
    digit = str((int(match[1][n]) + rng.randint(1, 8)) % 10 or 9)
    wrong = match[1][:n] + digit + match[1][n + 1 :]
    return _changed(lines, at, lines[at][: match.start()] + wrong + lines[at][match.end() :])


def repeated_project(rng: random.Random, lines: Lines) -> Faulty | None:
    """An item of the register stands twice."""
    begin = next((at for at, line in enumerate(lines) if line.startswith("du_an:")), None)
    if begin is None:
        return None
    end = next((at for at in range(begin + 1, len(lines)) if re.match(r"[a-z]", lines[at])), None)
    items = [
        at
        for at in range(begin + 1, end or len(lines))
        if re.match(r"\s{0,2}- (?:ma|ten):", lines[at])
    ]
    indent = len(lines[items[0]]) - len(lines[items[0]].lstrip())
    items = [at for at in items if len(lines[at]) - len(lines[at].lstrip()) == indent]
    if len(items) < 2:
        return None
    n = rng.randrange(len(items) - 1)
    item = lines[items[n] : items[n + 1]]
    name = next((k for k, line in enumerate(item) if re.search(r"\bten:", line)), 0)
    code = next((k for k, line in enumerate(item) if re.search(r"\bma:", line)), name)
    after = lines[: items[n + 1]] + item + lines[items[n + 1] :]
    return after, items[n + 1] + min(name, code) + 1


def letter_of_another_alphabet(rng: random.Random, lines: Lines) -> Faulty | None:
    """A Cyrillic letter in place of a Latin one in a line of text."""
    at = _pick(rng, lines, TEXT_LINE.search)
    if at is None:
        return None
    places = [n for n, char in enumerate(lines[at]) if char in "aeop" and n > 6]
    n = rng.choice(places)
    other = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "p": "\u0440"}[lines[at][n]]
    return _changed(lines, at, lines[at][:n] + other + lines[at][n + 1 :])


def lost_letter(rng: random.Random, lines: Lines) -> Faulty | None:
    """A syllable that no Vietnamese word has: its letters in a wrong order."""
    at = _pick(rng, lines, lambda line: TEXT_LINE.search(line) and "ương" in line)
    if at is None:
        return None
    return _changed(lines, at, lines[at].replace("ương", "ưnog", 1))


def doubled_word(rng: random.Random, lines: Lines) -> Faulty | None:
    """A word of a line of text stands twice."""
    words = ("của", "các", "trong", "được", "cho", "đến")
    at = _pick(
        rng, lines, lambda line: TEXT_LINE.search(line) and any(f" {w} " in line for w in words)
    )
    if at is None:
        return None
    word = next(w for w in words if f" {w} " in lines[at])
    return _changed(lines, at, lines[at].replace(f" {word} ", f" {word} {word} ", 1))


def text(find: str, put: str) -> Maker:
    """A maker that replaces words in running text."""

    def fits(line: str) -> bool:
        return find in line and "{" not in line and not KEY.match(line.replace("- ", "", 1))

    def maker(rng: random.Random, lines: Lines) -> Faulty | None:
        at = _pick(rng, lines, fits)
        return None if at is None else _changed(lines, at, lines[at].replace(find, put, 1))

    return maker


def _year_off(match: re.Match[str]) -> str:
    year = int(match[1])
    return match[0].replace(match[1], str(year - 3), 1)


MAKERS: dict[str, Maker] = {
    "khóa sai chữ": misspelt_key,
    "khóa hai lần": repeated_key,
    "số tiền sai một chữ số": changed_amount,
    "dự án hai lần": repeated_project,
    "dấu phẩy hàng nghìn": put(r"(?<=tong_kinh_phi: )(\d{1,3})\.(\d{3})$", r"\1,\2"),
    "số tiền âm": put(r"(?<=tong_kinh_phi: )(?=\d)", "-"),
    "ngày không có": put(r"(?<=ngay_ban_hanh: )\d{1,2}(?=/)", "32"),
    "tháng không có": put(r"(?<=ngay_ban_hanh: )(\d{1,2})/\d{1,2}/", r"\1/13/"),
    "thời gian ngược": put(r"(?<=thoi_gian: )(20\d\d)\s*-\s*(20\d\d)", r"\2-\1"),
    "thời gian ngoài kế hoạch": put(r"(?<=thoi_gian: )20\d\d$", "2041"),
    "số ký hiệu thiếu dấu": put(r"(\d+/\d{4})/(NĐ|QĐ|TT)-", r"\1-\2-"),
    "số ký hiệu mất dấu": put(r"(?<=\d/)(?:NĐ|QĐ)-(?=CP|TTg)", lambda m: m[0].replace("Đ", "D")),
    "năm của số ký hiệu": put(r"\d+/((?:19|20)\d\d)/(?:NĐ|QĐ|TT)-[A-Z]+ ngày", _year_off),
    "tên loại khác ký hiệu": put(r"Nghị định (?=số \d+/\d{4}/NĐ)", "Thông tư "),
    "biểu thức sai tên": put(r"(?<=\{\{ )tong(?=[. ])", "tog"),
    "bộ lọc sai tên": put(r"(?<=\| )tien(?= \}\})", "tienn"),
    "phụ lục không có": put(r"(?<=\{\{ phu_luc\.)\w+", "khong_co"),
    "cột không có": put(r"(?<=gia_tri: )(thoi_gian|chu_tri|ten)\b", r"\1_x"),
    "nguồn vốn không có": put(r"(?<=gia_tri: von\.20\d\d\.)[a-z_]+", "khong_co"),
    "thiếu cơ quan": _dropped(r"^\s+co_quan_ban_hanh:", r"^van_ban:"),
    "thiếu trích yếu": _dropped(r"^  trich_yeu:", r"^(?:van_ban|quyet_dinh):"),
    "cấp phó ký không KT": put(r", ky_thay: [^,}]+", ""),
    "ngoặc kép không đóng": put(r"(?<=  trich_yeu: )(?=\S)", '"'),
    "hai dấu hai chấm": put(r"(?<=^  - muc: )(\S+) ", r"\1: "),
    "phím tab": put(r"^  (?=\S)", "\t"),
    "chữ Nga": letter_of_another_alphabet,
    "âm tiết không có": lost_letter,
    "từ lặp": doubled_word,
    "cách trước dấu phẩy": text(", ", " , "),
    "hai dấu cách": put(r"(?<=[à-ỹ]) (?=[à-ỹđ]{2,}[^:]*[.;]$)", "  "),
    "Bộ viết thường": text("Bộ Thông tin và Truyền thông", "Bộ thông tin và Truyền thông"),
    "Sở viết hoa sai": text("Sở Nội vụ", "Sở Nội Vụ"),
    "Thủ tướng chính phủ": text("Thủ tướng Chính phủ", "Thủ tướng chính phủ"),
    "Luật viết thường": text("Luật Công nghệ thông tin", "Luật công nghệ thông tin"),
    "chưa viết xong": text(" các ", " xxx "),
    "dấu chấm cuối tiêu đề": put(r"(?<=  - muc: )([^.\n]{12,})$", r"\1."),
    "số mục gõ tay": put(r"(?<=  - muc: )(?=[A-ZĐ])", "1. "),
}


def places(lines: Lines, line: int) -> set[int]:
    """Where a fault on a line may be told: there, or at the total that an amount is part of."""
    if not AMOUNT.search(lines[line - 1]):
        return {line}
    return {line, *(at for at, text in enumerate(lines, 1) if STATED.search(text))}


def some(
    rng: random.Random, lines: Lines, each: int, makers: dict[str, Maker]
) -> Iterable[tuple[str, Lines, int]]:
    """So many faults of each kind: kind, lines, expected line."""
    for kind, maker in makers.items():
        for _ in range(each):
            made = maker(rng, lines)
            if made is not None and made[0] != lines:
                yield kind, *made
