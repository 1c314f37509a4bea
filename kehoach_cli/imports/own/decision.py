"""The decision or resolution that kehoach printed → `quyet_dinh`."""

from collections.abc import Sequence

from kehoach_cli.document.layout import Layout
from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.own.attached import parted
from kehoach_cli.imports.own.body import SILENT, lines_of
from kehoach_cli.imports.own.chunks import ENACTS, TITLE, Chunk, without
from kehoach_cli.imports.own.closing import END
from kehoach_cli.imports.own.head import (
    in_blanks,
    in_lines,
    number_keys,
    same_letters,
    title_keys,
    title_of,
)
from kehoach_cli.imports.own.levels import counted
from kehoach_cli.imports.own.listed import bases_of
from kehoach_cli.imports.pages.own_blocks import BULLETS, OwnBlock, Par
from kehoach_cli.imports.yaml_text import Data

_ARTICLE = "Điều 1"


def decision_data(
    chunk: Chunk, names: Names, layout: Layout, *, alone: bool
) -> tuple[dict[str, Data], list[OwnBlock]]:
    """The decision, and what of the plan an article holds. `alone`: no plan is attached."""
    word = next(par.plain for par in chunk.pars("tham_quyen") if par.plain in ENACTS)
    data: dict[str, Data] = {"loai": ENACTS[word]} if ENACTS[word] else {}
    for par in chunk.pars("so_ky_hieu"):
        data |= number_keys(par.plain)
    data["trich_yeu"] = title_keys(chunk.pars(*TITLE), names, layout).get("trich_yeu", "")
    at = next(i for i, b in enumerate(chunk.blocks) if isinstance(b, Par) and b.plain == word)
    bases = bases_of([b for b in chunk.blocks[:at] if isinstance(b, Par) and b.style == "can_cu"])
    if bases:
        data["can_cu"] = bases
    data["dieu"], held = _articles(without(chunk.blocks[at + 1 :], END), alone=alone)
    return data, held


def _of_articles(block: OwnBlock) -> bool:
    """Whether a number may be that of an article of the decision, as far as the file says."""
    return isinstance(block, Par) and block.stand.scheme in ("", _ARTICLE)


def _is_words(block: OwnBlock) -> bool:
    """Whether a block may be of an article's own text."""
    return isinstance(block, Par) and block.style in ("noi_dung", *BULLETS)


def authority(
    chunk: Chunk, issuer: Data, told: str, names: Names, layout: Layout
) -> dict[str, Data]:
    """Who decides, where that is not the issuer. `told`: as a line in small letters has it."""
    printed = [par.plain for par in chunk.pars("tham_quyen") if par.plain not in ENACTS]
    who = title_of(printed[0], layout, "tham_quyen") if printed else ""
    known = [name for name in (told, issuer) if isinstance(name, str) and same_letters(name, who)]
    if "\n" in who:  # lines of its author's own
        return {"tham_quyen": in_lines(known[0] if known else who, who)}
    if not who or (issuer in known and issuer == in_blanks(known[-1], who)):
        return {}
    return {"tham_quyen": in_blanks(known[0], who) if known else names.cased(who)}


def _articles(blocks: Sequence[OwnBlock], *, alone: bool) -> tuple[list[Data], list[OwnBlock]]:
    """The articles, and what of the plan one of them holds."""
    articles: list[dict[str, Data]] = []
    lines: list[list[OwnBlock]] = []
    held: list[OwnBlock] = []
    over = False
    for block in blocks:
        readings = counted(block.label, block.style) if isinstance(block, Par) else []
        numbered = sum("danh_so" not in article for article in articles)
        opens = (_ARTICLE, numbered + 1) in readings and _of_articles(block)
        if opens and isinstance(block, Par):
            over = bool(held) and block.stand.scheme == _ARTICLE
            articles.append({})
            lines.append([block._replace(style="noi_dung", label="")])
        elif alone and articles and not over and (held or not _is_words(block)):
            if not held:
                articles[-1]["chen"] = "kế hoạch"
            held.append(block)
        elif lines:
            lines[-1].append(block)
        else:
            articles.append({"danh_so": "không"})
            lines.append([block])
    if alone and articles and not held:  # a plan of a few words, which are now the article's
        articles[-1]["chen"] = "kế hoạch"
    whole, behind = parted(held)
    if lines_of(behind) and all(map(_is_words, without(behind, SILENT))):
        held = whole
        at = next(at for at, article in enumerate(articles, 1) if "chen" in article)
        articles.insert(at, {"danh_so": "không"})
        lines.insert(at, behind)
    found: list[Data] = [
        {"doan_van": lines_of(text) or "…", **article}
        for text, article in zip(lines, articles, strict=True)
    ]
    return found, held
