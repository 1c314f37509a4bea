"""Letters that are not what they seem: old Vietnamese code pages, and letters that were lost."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from kehoach_cli.imports.pages.layout import is_layout
from kehoach_cli.imports.pages.model import Block, Line, Pages, Remark
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.syllables import is_alphabet, is_syllable

_TCVN3 = (
    "µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\xadưõừøứöử÷ữùự"  # noqa: RUF001
    "úỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦ƯĐé"
)
"""TCVN 5712:1993 (VN3): a letter as it was stored, then the letter meant.

The last pair: its "Ð" has become "Đ" on reading.
"""
_VNI_MARKS = {
    "a": "ùá øà ûả õã ïạ ââ áấ àầ åẩ ãẫ äậ êă éắ èằ úẳ üẵ ëặ",
    "e": "ùé øè ûẻ õẽ ïẹ âê áế àề åể ãễ äệ",
    "o": "ùó øò ûỏ õõ ïọ âô áố àồ åổ ãỗ äộ",
    "u": "ùú øù ûủ õũ ïụ",
    "y": "ùý øỳ ûỷ õỹ",
    "ô": "ùớ øờ ûở õỡ ïợ",
    "ö": "ùứ øừ ûử õữ ïự",
}
"""VNI for Windows: a letter with the sign typed behind it, then the letter meant."""
_VNI_LONE = "ôơöưæỉóĩòịîỵñđ"
_WORD = pattern(r"[^\W\d_]+")
_SAMPLE, _LEAST = 4_000, 20  # words looked at; fewer tell nothing
_PIECES = 1_000  # paragraphs and cells looked at
_BETTER = 0.15  # share of words that another code page must make readable
_DAMAGED = 0.12


@cache
def _vni() -> dict[str, str]:
    pairs = {
        letter + pair[0]: pair[1] for letter, marks in _VNI_MARKS.items() for pair in marks.split()
    }
    pairs |= dict(zip(_VNI_LONE[::2], _VNI_LONE[1::2], strict=True))
    return pairs | {old.upper(): new.upper() for old, new in pairs.items()}


def unreadable_share(text: str, least: int = _LEAST) -> float:
    """The share of words that no Vietnamese syllable is spelled like, from 0 to 1; 0 for few."""
    words = [word.lower() for word in _WORD.findall(text)[:_SAMPLE]]
    if len(words) < least:
        return 0.0
    return sum(not _is_word(word) for word in words) / len(words)


def _is_word(word: str) -> bool:
    return is_syllable(word) or (len(word) > 1 and is_alphabet(word) and word.isascii())


def decoded(texts: Iterable[str]) -> str:
    """The code page that the texts are in: "TCVN3", "VNI", or "" for letters that are right."""
    sample = " ".join(texts)
    now = unreadable_share(sample)
    best, name = now - _BETTER, ""
    for candidate in ("TCVN3", "VNI"):
        share = unreadable_share(converted(sample, candidate))
        if share < best:
            best, name = share, candidate
    return name


def converted(text: str, page: str) -> str:
    """The text with the letters that a code page means."""
    if page == "TCVN3":
        turned = text.translate(dict(zip(map(ord, _TCVN3[::2]), _TCVN3[1::2], strict=True)))
        return "\n".join(map(_in_capitals, turned.split("\n")))
    return _vni_letters().sub(lambda match: _vni()[match[0]], text)


def _in_capitals(line: str) -> str:
    """A line whose marked letters are small only because fonts of capitals print them large."""
    words = _WORD.findall(line)
    if any(map(_is_capital, words)) and all(_plain(word).isupper() or not _plain(word)
                                            for word in words):  # fmt: skip
        return line.upper()
    return _WORD.sub(lambda one: one[0].upper() if _is_capital(one[0]) else one[0], line)


def _plain(word: str) -> str:
    return "".join(letter for letter in word if letter.isascii())


def _is_capital(word: str) -> bool:
    """Whether plain letters other than the first say that a word stands in capitals."""
    plain = _plain(word)
    return plain.isupper() and _plain(word[1:]) != "" and not word.isascii()


@cache
def _vni_letters() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _vni()), key=len, reverse=True)))


def readable(pages: Pages) -> Pages:
    """The pages in letters of today; what was turned, and what is past reading, is told of."""
    sample = " ".join(islice(_texts(pages.blocks), _PIECES))
    page = decoded([sample])
    if page:
        remarks = [*pages.remarks, turned_remark(page)]
        return Pages([one for block in pages.blocks for one in _turned(block, page)], remarks)
    share = unreadable_share(sample)
    if share <= _DAMAGED:
        return pages
    told = "nhiều khả năng đã mất chữ khi chuyển tệp; giữ nguyên, không đoán; nên tìm bản khác"
    lost = Remark("tệp", f"{share:.0%} chữ không phải tiếng Việt", told)
    return Pages(pages.blocks, [lost, *pages.remarks])


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell for row in block.rows for cell in row if cell)


def turned_remark(page: str) -> Remark:
    """What is said of text that was in another code page."""
    told = "chuyển sang chữ Unicode; đọc lại tên riêng, chữ hoa"
    return Remark("tệp", f"chữ {page}", told)


def _turned(block: Block, page: str) -> list[Block]:
    """A block in letters of today; a table that can be known for one of layout only now, too."""
    if isinstance(block, Line):
        return [block._replace(text=converted(block.text, page))]
    block.rows = [[converted(cell, page) for cell in row] for row in block.rows]
    texts = [text for row in block.rows for cell in row for text in cell.split("\n") if text]
    if is_layout(" ".join(texts), len(block.rows)):
        return [Line(text, block.place) for text in texts]
    return [block]
