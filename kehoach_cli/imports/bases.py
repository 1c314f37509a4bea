"""What a document rests on: lines before the text, a running sentence, or a section of its own."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kehoach_cli.imports.labels import bullet_of
from kehoach_cli.imports.names import bare_of_marks
from kehoach_cli.imports.pages import Block, Line
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.citation import Citation, format_citation, parse_citation
from kehoach_cli.vietnamese.dates import short_date
from kehoach_cli.vietnamese.text import fold

_OPENINGS = ("can cu ", "thuc hien ", "theo ", "xet ")
_WORD = pattern(r"căn cứ\s*:?\s+", re.IGNORECASE)
_LEAD = pattern(
    r"(?P<bases>.+?)[,;.]\s*(?P<lead>(?:Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Bộ|Ban|Phòng|Tỉnh ủy|Trường"
    r"|Văn phòng|Chi cục|Cục|Công an)\b[^;]*?(?:(?:như sau|sau đây)\s*:?\.?|\bsau\s*:))",
    re.DOTALL,
)
_ISSUES = ("nhu sau", "sau day:", "ban hanh ke hoach", "xay dung ke hoach")


class Preamble(NamedTuple):
    """The bases that open a document, how they stand, the sentence after them; what is left."""

    bases: list[Data]
    form: str
    lead: str
    rest: list[Block]


def preamble_of(blocks: Sequence[Block]) -> Preamble:
    """What stands between the title and the first section; of a decision the organ that decides
    goes into the sentence behind the bases."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if len(lines) < len(blocks):
        return Preamble([], "", "", list(blocks))
    texts = [bare_of_marks(line.text) for line in lines]
    if len(texts) == 1:
        running = _running(texts[0])
        if running:
            return running
    top = next((i for i, text in enumerate(texts) if not text.isupper()), len(texts))
    end = next((i for i, text in enumerate(texts[top:], top) if not _is_basis(text)), len(texts))
    if end > top and _is_lead(texts[end - 1]):
        end -= 1
    top = top if end > top else end
    bases = [basis(_WORD.sub("", text, count=1)) for text in texts[top:end]]
    return Preamble(bases, "", "\n".join([*texts[:top], *texts[end:]]), [])


def _running(text: str) -> Preamble | None:
    """ "Thực hiện Nghị quyết …, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"."""
    match = _LEAD.fullmatch(text)
    if match is None or not fold(text).startswith(_OPENINGS):
        return None
    pieces = [piece.strip() for piece in match["bases"].split(";")]
    same = f"{'; '.join(pieces)}, {match['lead']}" == text and all(pieces)
    first, *others = pieces
    kept: list[Data] = [first, *others]
    return Preamble(kept, "câu", match["lead"], []) if same else None


def _is_basis(text: str) -> bool:
    return fold(text[:12]).startswith(_OPENINGS) and not _is_lead(text)


def _is_lead(text: str) -> bool:
    return fold(text[-120:]).rstrip(" :.;").endswith(_ISSUES) or text.endswith(":")


def basis(text: str) -> Data:
    """A citation in its parts where they print the very same, else as typed."""
    typed = text.strip().rstrip(";.,").rstrip()
    cited = parse_citation(typed)
    if format_citation(cited) != typed or cited.so_ky_hieu is None:
        return typed
    return {key: value for key, value in _parts(cited).items() if value}


def _parts(cited: Citation) -> dict[str, Data]:
    return {
        "loai": cited.loai or "",
        "ten": cited.ten or "",
        "so_ky_hieu": cited.so_ky_hieu or "",
        "ngay_ban_hanh": short_date(cited.ngay) if cited.ngay else "",
        "co_quan": cited.co_quan or "",
        "trich_yeu": cited.trich_yeu or "",
    }


class Listed(NamedTuple):
    """The bases that a section lists: where they stand in its body, and whether with bullets."""

    bases: list[Data]
    start: int
    end: int
    bulleted: bool


def listed_in(body: Sequence[Block]) -> Listed | None:
    """The longest run of citations, all with a bullet or all without; None for fewer than two."""
    best: Listed | None = None
    start = 0
    while start < len(body):
        bulleted = _cites(body[start])
        end = start
        while bulleted is not None and end < len(body) and _cites(body[end]) == bulleted:
            end += 1
        if end - start >= 2 and (best is None or end - start > best.end - best.start):
            texts = [_bare(block) for block in body[start:end]]
            best = Listed([basis(text) for text in texts], start, end, bool(bulleted))
        start = max(end, start + 1)
    return best


def _bare(block: Block) -> str:
    text = block.whole if isinstance(block, Line) else ""
    return (bullet_of(text) or f"- {text}")[2:]


def _cites(block: Block) -> bool | None:
    """Whether a citation stands with a bullet; None for what is no citation."""
    if not isinstance(block, Line) or block.text.endswith(":") or _is_lead(block.text):
        return None
    cited = parse_citation(_bare(block)[:400])
    return bool(bullet_of(block.whole)) if cited.loai or cited.so_ky_hieu else None
