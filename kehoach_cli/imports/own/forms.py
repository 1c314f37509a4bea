"""Appendices that kehoach printed, forms among them → `phu_luc`."""

import re
from collections.abc import Sequence
from functools import partial

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import break_balanced
from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.own.body import OwnBody, Taking
from kehoach_cli.imports.own.chunks import Chunk, text_of
from kehoach_cli.imports.own.closing import recipient_keys
from kehoach_cli.imports.own.head import head_keys, in_blanks, rejoined, title_keys, title_of
from kehoach_cli.imports.own.levels import is_within
from kehoach_cli.imports.own.outline import outlined, scheme_of
from kehoach_cli.imports.pages.own_blocks import OwnBlock, Par
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.scheme import roman

_LABEL = pattern(r"(?:Phụ lục(?: [IVXLC]+)?)(?:\n(?P<title>.*))?", re.DOTALL)
_DOTS, _FEW = "…………", "……"


class OwnAppendices:
    """The appendices of a file. `broken`: names of issuers keep their lines."""

    def __init__(
        self, chunks: Sequence[Chunk], names: Names, layout: Layout, *, broken: bool
    ) -> None:
        self.chunks, self.names, self.layout, self.broken = chunks, names, layout, broken
        self.titles = [self._title(chunk) for chunk in chunks]
        self.lying = False  # the pages of the appendix at hand

    def attached(self, listed: list[str]) -> Data:
        """What "Kèm:" lists: every appendix, or as it stands; the list has titles in small."""
        lone = len(self.titles) == 1
        whole = [" ".join(title.split()) for title in self.titles]
        names = [
            f"Phụ lục: {title}" if lone else f"Phụ lục {roman(at)}: {title}"
            for at, title in enumerate(whole, 1)
        ]
        if [name.casefold() for name in names] != [text.casefold() for text in listed]:
            return list(listed)
        self.titles = [
            in_blanks(text.partition(": ")[2], title)
            for text, title in zip(listed, self.titles, strict=True)
        ]
        return "phu_luc"

    def data(self, known: str, taking: Taking) -> list[Data]:
        """The appendices. `known`: the scheme of the plan; `taking`: how tables and
        pictures are taken in."""
        return [
            self._appendix(chunk, title, known.split("/"), taking)
            for chunk, title in zip(self.chunks, self.titles, strict=True)
        ]

    def _title(self, chunk: Chunk) -> str:
        first = chunk.pars("phu_luc")[0]
        text = first.plain.removeprefix("\n")
        match = None if first.label else _LABEL.fullmatch(text)
        return title_of((match["title"] or "") if match else text, self.layout, "phu_luc")

    def _appendix(
        self, chunk: Chunk, title: str, scheme: list[str], taking: Taking
    ) -> dict[str, Data]:
        blocks = [b for b in chunk.blocks if not isinstance(b, Par) or b.style != "phu_luc"]
        code = taking.code(chunk.pars("phu_luc")[0].anchor)
        data: dict[str, Data] = {**code, "ten": title or "…"}
        self.lying = chunk.lying
        form = self._form(blocks)
        if form:
            data["mau_bieu"] = form
        if chunk.lying:
            data["kho_giay"] = "ngang"
        root, said = outlined(text_of(blocks))
        tokens = said or scheme_of(root)
        known = all(node.token or node.unseen for node in root.inside())
        if tokens != scheme if said else not (known and is_within(tokens, scheme)):
            scheme = tokens
            data["danh_so"] = "/".join(tokens)
        body = OwnBody(scheme, taking, lying=chunk.lying)
        return {**data, **body.contents(root, 0)}

    def _signers(self, pars: Sequence[Par]) -> list[Data]:
        """Who signs a form, from left to right."""
        found: list[tuple[list[str], str]] = []
        title: list[str] = []
        remark = ""
        after = next((i for i, p in enumerate(pars) if p.style == "quyen_han_ky"), len(pars))
        for par in pars[after:]:
            if par.style == "quyen_han_ky":
                title += [par.plain] if par.plain.strip() else []
            elif par.style == "kem_theo":
                remark = par.plain
            elif par.style == "nguoi_ky":
                found += [(title, remark)] if title else []
                title, remark = [], ""
        beside = any(par.style == "noi_nhan" for par in pars)
        page = self.layout.page
        lone = page.text_width() - self.layout.signature_left
        width = lone if len(found) < 2 else page.text_width(self.lying) / (len(found) + beside)
        said = ((self.names.cased(_joined(t, width, self.layout)), r) for t, r in found)
        return [f"{title}\n{remark}" if remark else title for title, remark in said]

    def _form(self, blocks: Sequence[OwnBlock]) -> dict[str, Data]:
        """The heading and the places to sign of a form; {} where an appendix is none."""
        pars = [b for b in blocks if isinstance(b, Par)]
        if not any(par.style == "quoc_hieu" for par in pars):
            return {}
        head = head_keys(pars, self.names, broken=self.broken)
        title = title_keys(pars, self.names, self.layout)
        form: dict[str, Data] = {**head, **title}
        mark = form.get("ky_hieu")
        for key in ("so_van_ban", "ngay_ban_hanh"):
            form.pop(key, None)
        if isinstance(mark, str) and mark.endswith(f"-{_FEW}"):
            form.pop("ky_hieu")
        form = {k: v for k, v in form.items() if v not in (_DOTS, _FEW)}
        form |= {k: v for k, v in recipient_keys(pars).items() if k == "noi_nhan"}
        signers = self._signers(pars)
        form |= {"nguoi_ky": signers} if signers else {}
        return form or {"co_quan_ban_hanh": _DOTS}


def _joined(lines: list[str], width: float, layout: Layout) -> str:
    """The title of who signs a form, as one line."""
    size = layout.styles["quyen_han_ky"].size(False)
    broken = partial(break_balanced, width_mm=width - 2, size_pt=size, bold=True)
    return rejoined(lines, width - 2, size, broken) or " ".join(lines)
