"""Where the text refers to the plan's own appendices and sections by typed numbers."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Corpus, Pattern

_NUMBER = r"(?:[IVXL]{1,6}|[0-9]{1,2})(?![\w/])"
_APPENDIX = Pattern(
    rf"(?<!\w)(?:[Pp]hụ lục|PHỤ LỤC)(?: số)?(?P<numbers> {_NUMBER}"
    rf"(?:\s*(?:,|và|đến|-|–)\s*(?:(?:[Pp]hụ lục|PHỤ LỤC) )?{_NUMBER})*)",
    needs=("hụ lục ", "HỤ LỤC "),
)
_SECTION = Pattern(
    r"(?<!\w)(?P<word>[Mm]ục|[Pp]hần|[Cc]hương) (?P<number>[IVXL]{1,6})(?!\w)",
    needs=("ục ", "hần ", "hương "),
    also=tuple(f"{end} {sign}" for end in ("ục", "ần", "ương") for sign in "IVX"),
)
_ONE = _NUMBER
_MOST = 99
_KINDS = (
    "Nghị định|Nghị quyết|Quyết định|Thông tư|Luật|Chỉ thị|Công văn|Văn bản|Hướng dẫn|Quy chế"
    "|Quy định|Quy chuẩn|Tiêu chuẩn|Đề án|Chương trình|Báo cáo|Tờ trình|Kế hoạch|Thông báo"
    "|Chiến lược|Khung|Bộ tiêu chí"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class PartMention:
    """A number of an appendix or a section, typed; `word`: before it, in small letters."""

    def __init__(self, word: str, number: int, text: str, start: int, end: int) -> None:
        self.word, self.number, self.text, self.start, self.end = word, number, text, start, end


def _value_of(text: str) -> int:
    """The number that Roman or Arabic figures mean: "IV" → 4."""
    if text.isdigit():
        return int(text)
    figures = [_ROMAN[letter] for letter in text]
    after = [*figures[1:], 0]
    return sum(
        -one if one < next_one else one for one, next_one in zip(figures, after, strict=True)
    )


def appendices_in(corpus: Corpus) -> Iterator[PartMention]:
    """The plan's own appendices as the text names them by number; of a range, its two ends."""
    for match in _APPENDIX.search(corpus):
        if not _of_another_document(corpus.text, match):
            for number in re.finditer(_ONE, match["numbers"]):
                start = match.start("numbers") + number.start()
                end = start + len(number[0])
                yield PartMention("phụ lục", _value_of(number[0]), number[0], start, end)


def appendices_named(corpus: Corpus) -> set[int]:
    """The appendices that typed numbers may name, those inside a range too."""
    found: set[int] = set()
    for match in _APPENDIX.search(corpus):
        numbers = [_value_of(number) for number in re.findall(_ONE, match["numbers"])]
        found.update(numbers)
        if re.search("đến|-|–", match["numbers"]):
            found.update(range(numbers[0], min(numbers[-1], _MOST)))
    return found


def sections_in(corpus: Corpus) -> Iterator[PartMention]:
    """The plan's own sections as the text names them by Roman figures."""
    for match in _SECTION.search(corpus):
        if not _of_another_document(corpus.text, match):
            number = match["number"]
            start, end = match.span("number")
            yield PartMention(match["word"].lower(), _value_of(number), number, start, end)


_OWN_ARTICLE = Pattern(r"(?<!\w)Điều (?P<number>[0-9]{1,3})(?![\w/])", needs=("Điều ",))


def articles_in(corpus: Corpus) -> Iterator[PartMention]:
    """The articles that the text names in sentences that name no other document."""
    for match in _OWN_ARTICLE.search(corpus):
        around = sentence(corpus.text, *match.span())
        if not re.search(rf"(?:{_KINDS})\s(?!này)|[0-9]/[A-ZĐ0-9]", around):
            number = match["number"]
            yield PartMention("Điều", int(number), number, *match.span("number"))


def sentence(text: str, start: int, end: int) -> str:
    """The sentence that a stretch stands in: from the mark or line before to that after it."""
    first, last = sentence_at(text, start, end)
    return text[first:last]


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where that sentence begins and ends; looked for on its own line only."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first = text.rfind(". ", line, start) + 1
    last = text.find(". ", end, line_end)
    return first or line, line_end if last < 0 else last


def _of_another_document(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence names a document that the part may belong to."""
    around = sentence(text, *match.span())
    cited = r"[0-9]{1,5}[a-z]?(?:/(?:19|20)[0-9]{2})?[-/][A-ZĐ]{2}|[0-9]/(?:19|20)[0-9]{2}/"
    named = rf"(?:kèm theo|của|tại|theo|trong|,)\s+(?:{_KINDS})\s(?!này)"
    return re.search(f"{cited}|{named}", around) is not None
