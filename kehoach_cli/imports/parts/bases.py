"""What a document rests on: lines before the text, a running sentence, or a section of its own."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from kehoach_cli.imports.head.names import bare_of_marks
from kehoach_cli.imports.outline.labels import bullet_of
from kehoach_cli.imports.outline.tree import Part
from kehoach_cli.imports.pages.model import Block, Line, Remark
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
_TITLES = ("can cu", "co so phap ly", "cac can cu")
_WITHIN = 8
"""Of how many parts from the top one lists the bases."""
_ISSUES = ("nhu sau", "sau day:", "ban hanh ke hoach", "xay dung ke hoach")


class Preamble(NamedTuple):
    """The bases that open a document, how they stand, the sentence after them; what is left."""

    bases: list[Data]
    form: str
    lead: str
    rest: list[Block]


def preamble_of(blocks: Sequence[Block], exact: bool = False) -> Preamble:
    """What stands between the title and the first section; of a decision the organ that decides
    goes into the sentence behind the bases. `exact`: marks are not mended."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if len(lines) < len(blocks):
        return Preamble([], "", "", list(blocks))
    texts = [bare_of_marks(line.text) for line in lines]
    texts = [part for at, text in enumerate(texts) for part in _parted(text, is_first=not at)]
    running = _running(texts[0]) if texts else None
    if running and not any(map(_is_basis, texts[1:])):
        if exact and f"{'; '.join(map(str, running.bases))}, {running.lead}" != texts[0]:
            return Preamble([], "", texts[0], [])
        return running._replace(lead="\n".join([running.lead, *texts[1:]]))
    top = next((i for i, text in enumerate(texts) if not text.isupper()), len(texts))
    end = next((i for i, text in enumerate(texts[top:], top) if not _is_basis(text)), len(texts))
    if end > top and _is_lead(texts[end - 1]):
        end -= 1
    top = top if end > top else end
    bases = [basis(_WORD.sub("", text, count=1)) for text in texts[top:end]]
    return Preamble(bases, "", "\n".join([*texts[:top], *texts[end:]]), [])


def _parted(text: str, is_first: bool) -> Sequence[str]:
    """A basis and the sentence behind it that leads on, "Xét đề nghị của …, Ủy ban nhân dân tỉnh
    ban hành Kế hoạch như sau:"; the first of all is whole unless a full stop parts it."""
    match = _LEAD.fullmatch(text) if _opens(text) else None
    is_two = match is not None and (not is_first or text[match.end("bases")] == ".")
    return [match["bases"], match["lead"]] if match and is_two else [text]


def _opens(text: str) -> bool:
    return fold(text[:12]).startswith(_OPENINGS)


def _running(text: str) -> Preamble | None:
    """ "Thực hiện Nghị quyết …, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"; a semicolon
    before the last clause is printed as the comma that belongs there."""
    match = _LEAD.fullmatch(text)
    if match is None or not _opens(text):
        return None
    pieces = [piece.strip() for piece in match["bases"].split(";")]
    kept: list[Data] = [*pieces]
    return Preamble(kept, "câu", match["lead"], []) if all(pieces) else None


def _is_basis(text: str) -> bool:
    return _opens(text) and not _is_lead(text)


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


def listed_by(root: Part, special: dict[int, Data]) -> tuple[list[Data], list[Remark]]:
    """The bases that a section lists; their lines give way to `chen` (`special`: what stands in
    place of a block)."""
    for part in islice(root.walk(), 1, _WITHIN):
        blocks = _with_numbered(part)
        listed = listed_in(blocks) if fold(part.title).startswith(_TITLES) else None
        if listed is None:
            continue
        told = "số thứ tự của căn cứ thành gạch đầu dòng"
        remarks = [Remark(part.place, part.title, told)] if blocks is not part.body else []
        if remarks:
            part.body, part.children = blocks, []
        form: Data = {"nguon": "can_cu", "dang": "gạch đầu dòng"}
        special[id(part.body[listed.start])] = {"chen": form if listed.bulleted else "can_cu"}
        del part.body[listed.start + 1 : listed.end]
        return listed.bases, remarks
    return [], []


def _with_numbered(part: Part) -> list[Block]:
    """The body of a part and, where its parts are citations, each of a line, those with bullets."""
    items = [_only_line(child) for child in part.children]
    bulleted = [item._replace(text=f"- {item.text}", label="") for item in items if item]
    is_list = bool(items) and len(bulleted) == len(items) and all(map(_cites, bulleted))
    return [*part.body, *bulleted] if is_list else part.body


def _only_line(part: Part) -> Line | None:
    """What a part says where it says one thing only."""
    lines = [Line(part.title, part.place)] if part.title else []
    said = [*lines, *part.body]
    only = said[0] if len(said) == 1 and not part.children else None
    return only if isinstance(only, Line) else None


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
