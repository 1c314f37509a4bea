"""The lines of a head as pages cut them up or run them together → each on its own."""

import re
from collections.abc import Iterator, Sequence

from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

NUMBER = pattern(
    r"số\s*:?\s*(?P<so>[\w.…_-]*)\s*/\s*(?P<ky_hieu>(?:\d{4}\s*/\s*)?[^\W\d][\w&/-]*)",
    re.IGNORECASE,
)
DATE = pattern(
    r"ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{0,2})[\s.…_]*năm\s*(?P<year>\d{4})?"
    r"|(?:ngày\s*)?(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})\s*/\s*(?P<y>\d{4})",
    re.IGNORECASE,
)
PLACE = pattern(r"(?P<place>[^\W\d_][^,]{1,40}),\s*(?=ngày)", re.IGNORECASE)
_STATES = (
    "cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam",
)  # fmt: skip
_SAID = ("cong hoa xa hoi chu nghia", "doc lap tu ", "dang cong san viet nam")
_CUT = (
    *_STATES,
    "uy ban nhan dan",
    "hoi dong nhan dan",
    "chinh phu",
    "thu tuong chinh phu",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "dang uy",
)
"""What lines of a head say that are often broken in the middle."""
_FIRST_WORDS = (
    "uy", "tong", "bo", "so", "hoi", "chi", "cuc", "phong", "ban", "van", "trung", "benh", "thanh",
    "cong", "vien", "dai", "hoc", "ngan", "kho", "bao", "toa", "lien", "mat", "tap", "thu", "tinh",
    "huyen", "dang", "quoc", "chinh",
)  # fmt: skip
"""With which the names of organs begin."""
_LEAST, _MOST_SAID = 3, 16
"""Words of the end of a state's name at least, of the whole of it and of its motto at most."""
_RUN_IN = pattern(
    r"\s+(?=CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–—]\s*Tự)"
    r"|(?<=[A-ZĐÀ-Ỹ])(?<! CƠ)(?<!TỔNG)(?<!CHI)(?<!VĂN)\s+"
    r"(?=(?:SỞ|PHÒNG|CỤC|CHI CỤC|TRUNG TÂM|BAN QUẢN LÝ|BỆNH VIỆN) [A-ZĐÀ-Ỹ])"
    r"|(?<=phúc)\s+(?=[^\W\d_][^,\n]{1,30}, ngày|S[ốỐ]\s*:)"
)
_GLUED = pattern(r"(?<=NHÂN DÂN)(?=TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)")
_SIDES = " _*-–—"
_YEARLESS, _YEAR = pattern(r"ngày.*tháng.*năm$", re.IGNORECASE), pattern(r"\d{4}\W*")
_TOP = 40  # paragraphs of a head without a type
_PLACE_WORDS = 2


def is_state(text: str) -> bool:
    """Whether a line is Quốc hiệu, Tiêu ngữ or the Party's name, or a part of one."""
    plain = _plain(text)
    if plain.startswith(_SAID):
        return len(plain.split()) <= _MOST_SAID
    ends = len(plain.split()) >= _LEAST and any(state.endswith(plain) for state in _STATES)
    return bool(plain) and (ends or any(state.startswith(plain) for state in _STATES))


def _plain(text: str) -> str:
    """The words of a line without marks, in single spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def mended_head(blocks: Sequence[Block], at: int | None) -> list[Block]:
    """The blocks, those above the type (at a place, if any) a line for each thing said."""
    end = _TOP if at is None else at
    return [*_joined(_parted(blocks[:end])), *blocks[end:]]


def _parted(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Line) or not _RUN_IN.search(f" {block.text}"):
            yield _bare(block)
            continue
        for text in _RUN_IN.split(block.text):
            yield _bare(block._replace(text=text))


def _bare(block: Block) -> Block:
    """A line without the rules drawn beside its words."""
    if not isinstance(block, Line) or not block.text.strip(_SIDES):
        return block
    is_ruled = block.text.rstrip().endswith("_") or block.text.startswith("_")
    text = block.text.strip(_SIDES) if is_ruled else block.text
    return block._replace(text=_GLUED.sub(" ", text))


def _joined(blocks: Iterator[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(before, Line) and isinstance(block, Line) and _goes_on(before, block):
            found[-1] = before._replace(text=f"{before.text} {block.text}")
        else:
            found.append(block)
    return found


def _is_first_word(text: str) -> bool:
    """Whether a line is the word in capitals that a narrow column cut off the name of an organ."""
    return text.isupper() and fold(text) in _FIRST_WORDS


def _goes_on(before: Line, line: Line) -> bool:
    """Whether two lines say one thing of a head, that neither says alone."""
    first, both = _plain(before.text), f"{before.text} {line.text}"
    whole = _plain(both)
    if _is_first_word(before.text) and line.text.isupper() and not is_state(line.text):
        return not (NUMBER.match(line.text) or is_state(both))
    if first and any(name.startswith(first) and name != first for name in _CUT):
        return any(name.startswith(whole) or whole.startswith(name) for name in _CUT)
    if _YEARLESS.search(before.text):
        return bool(_YEAR.fullmatch(line.text.strip()))
    if DATE.search(line.text):
        words = before.text.split()
        is_place = len(words) <= _PLACE_WORDS and all(w.istitle() for w in words)
        return is_place and bool(PLACE.match(line.text)) and not before.text.isupper()
    if first == "so":
        return bool(NUMBER.match(both))
    return bool(PLACE.match(both)) and bool(DATE.search(both)) and not DATE.search(before.text)
