"""The bases of a document: an italic block, lines of a section, or one running sentence.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.a; the running sentence is how plans that follow one
document open ("Thực hiện Nghị quyết số …, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:").
"""

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Block
from kehoach_cli.document.texts import Texts, bound, paragraph, paragraphs
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.vietnamese.citation import format_citation

_OPENINGS = ("căn", "theo", "thực", "xét")
"""First words of bases that need no "Căn cứ" before them."""


def citation_text(can_cu: CanCu) -> str:
    """A basis as it prints: typed words as typed, parts in the order of PL I, Mục II.6.a."""
    text = can_cu.van_ban or format_citation(can_cu.citation)
    return f"{can_cu.mo_dau or ''} {text}".strip().rstrip(";.").rstrip()


def ended(lines: list[str], last_mark: str) -> list[str]:
    """Each line ends ";", the last with its own mark (PL I, Mục II.6.a)."""
    return [f"{line};" for line in lines[:-1]] + [f"{line}{last_mark}" for line in lines[-1:]]


def bases_sentence(bases: list[CanCu]) -> str:
    """ "Căn cứ Luật A; Luật B; thực hiện Nghị quyết C": the first word holds until another."""
    return "; ".join(
        [_with_word(can_cu) for can_cu in bases[:1]] + [_going_on(can_cu) for can_cu in bases[1:]]
    )


def preamble(plan: Plan, texts: Texts, layout: Layout) -> list[Block]:
    """The bases and the sentence after them, as the plan says.

    Where it says nothing: an italic block, unless a section lists the bases.
    """
    bases, lead = plan.can_cu or [], texts.linked(plan.loi_dan)
    form = plan.dang_can_cu or ("khong" if _listed(plan.noi_dung) else "khoi")
    if form == "cau" and bases:
        sentence = bases_sentence(bases)
        return [*paragraphs(f"{sentence}, {lead}" if lead else f"{sentence}.")]
    return [*(basis_blocks(bases, layout) if form == "khoi" else ()), *paragraphs(lead)]


def _listed(parts: list[Muc] | None) -> bool:
    """Whether any section lists the bases."""
    return any(
        any(
            item.chen is not None and item.chen.nguon == "can_cu"
            for item in (*part.body(), *part.tail())
        )
        or _listed(part.muc_con)
        for part in parts or ()
    )


def basis_blocks(bases: list[CanCu], layout: Layout, proposal: str = "") -> list[Block]:
    """Bases in italic, one a line; a proposal ("Theo đề nghị của …") is the last of them."""
    lines = [_with_word(can_cu) for can_cu in bases]
    if proposal:
        lines.append(" ".join(proposal.split()).rstrip(".,; "))
    return [paragraph("can_cu", bound(line)) for line in ended(lines, layout.last_can_cu_mark)]


def _with_word(can_cu: CanCu) -> str:
    text = citation_text(can_cu)
    return text if _opens(can_cu, text) else f"Căn cứ {text}"


def _going_on(can_cu: CanCu) -> str:
    """A basis behind a semicolon: a first word of its own is written small."""
    text = citation_text(can_cu)
    return text[:1].lower() + text[1:] if _opens(can_cu, text) else text


def _opens(can_cu: CanCu, text: str) -> bool:
    return bool(can_cu.mo_dau) or text.split(" ", 1)[0].casefold() in _OPENINGS
