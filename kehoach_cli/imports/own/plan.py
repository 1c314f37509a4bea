"""What stands on the pages of kehoach's own → the data of a plan."""

from collections.abc import Sequence

from kehoach_cli.document.layout import Layout
from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.head.reading import period_of
from kehoach_cli.imports.own.about import numbered, with_about
from kehoach_cli.imports.own.attached import attached_in, ending_of
from kehoach_cli.imports.own.body import (
    SILENT,
    OwnBody,
    Taking,
    chosen_scheme,
    lines_of,
)
from kehoach_cli.imports.own.chunks import TITLE, Chunk, chunks_of, text_of, without
from kehoach_cli.imports.own.closing import END, closing_keys
from kehoach_cli.imports.own.decision import authority, decision_data
from kehoach_cli.imports.own.forms import OwnAppendices
from kehoach_cli.imports.own.head import (
    HEAD,
    as_placed,
    head_keys,
    issued_by,
    title_keys,
    with_case,
)
from kehoach_cli.imports.own.listed import bases_of, take_listed
from kehoach_cli.imports.own.outline import outlined, scheme_of
from kehoach_cli.imports.pages.model import About, Line
from kehoach_cli.imports.pages.own_blocks import OwnBlock, Par, Shape, line_of
from kehoach_cli.imports.parts.bases import preamble_of
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.plan.scheme import DEFAULT_SCHEME

_CONTENTS = ("ten_muc_luc", "muc_luc_1", "muc_luc_2", "muc_luc_3")
_LEAST_DEPTH = 1


class OwnPlan:
    """Makes the data of a plan. `taking`: how tables and pictures are taken in.

    `broken`: names of issuers keep their lines.
    """

    def __init__(
        self,
        shapes: Sequence[Shape],
        layout: Layout,
        taking: Taking,
        about: About,
        *,
        broken: bool,
    ) -> None:
        self.layout, self.taking, self.about, self.broken = layout, taking, about, broken
        self.chunks, last = chunks_of(shapes)
        texts = [par for shape in shapes for par in shape.blocks if isinstance(par, Par)]
        self.names = Names("\n".join(par.plain for par in texts))
        self.appendices = OwnAppendices(last, self.names, layout, broken=broken)

    def data(self) -> dict[str, Data]:
        """The plan without its registers."""
        decision = next((one for one in self.chunks if one.is_decision), None)
        main = next((one for one in self.chunks if not one.is_decision), None)
        van_ban = self._van_ban(decision or main or Chunk(), main)
        data: dict[str, Data] = {"phien_ban": "1", "van_ban": van_ban}
        text = text_of(main.blocks) if main is not None else []
        if decision is not None:
            found, held = decision_data(decision, self.names, self.layout, alone=main is None)
            told = issued_by(self._attached_lines()).get("co_quan_ban_hanh", "")
            issuer = van_ban.get("co_quan_ban_hanh", "")
            found |= authority(decision, issuer, told, self.names, self.layout)
            data["quyet_dinh"] = found
            van_ban.setdefault("trich_yeu", found["trich_yeu"])
            text = text or held
        data |= self._main(text, van_ban)
        scheme = van_ban.get("danh_so", DEFAULT_SCHEME)
        known = scheme if isinstance(scheme, str) else DEFAULT_SCHEME
        appendices = self.appendices.data(known, self.taking)
        return {**data, "phu_luc": appendices} if appendices else data

    def _attached_lines(self) -> list[Par]:
        chunks = (*self.chunks, *self.appendices.chunks)
        return [par for chunk in chunks for par in chunk.pars("kem_theo")]

    def _van_ban(self, first: Chunk, main: Chunk | None) -> dict[str, Data]:
        """The head; of a plan behind a decision, place and date are those of the decision."""
        keys = head_keys(first.pars(*HEAD), self.names, broken=self.broken)
        told = issued_by(self._attached_lines())
        if main is not first:
            told.pop("ten_loai", None)
            for key in ("so_van_ban", "ky_hieu"):
                keys.pop(key, None)
        if main is not None:
            keys |= title_keys(main.pars(*TITLE), self.names, self.layout)
        keys = with_case(keys, told)
        keys = with_about(keys, self.about, self.layout, printed=main is not None)
        keys |= numbered(self.about) if main is not first else {}
        keys = as_placed(keys)
        if keys.get("ten_loai") == "Kế hoạch":
            del keys["ten_loai"]
        title = keys.get("trich_yeu", "")
        keys |= period_of(title) if isinstance(title, str) else {}
        return keys | closing_keys(first.pars(*END), self.names, self.layout)

    def _main(self, blocks: list[OwnBlock], van_ban: dict[str, Data]) -> dict[str, Data]:
        data = _contents(blocks)
        blocks, attached = attached_in(without(blocks, _CONTENTS))
        if attached:
            blocks, ending = ending_of(blocks)
            data |= {"loi_ket": ending} if ending else {}
        bases = bases_of([b for b in blocks if isinstance(b, Par) and b.style == "can_cu"])
        root, scheme = outlined(without(blocks, ("can_cu",)))
        if not scheme:
            levels = scheme_of(root)
            scheme = chosen_scheme(levels) if all(node.token for node in root.inside()) else levels
        if scheme != DEFAULT_SCHEME.split("/"):
            van_ban["danh_so"] = "/".join(scheme)
        first = without(root.body, SILENT)
        told = _opening(first, bases)
        listed = [] if bases else take_listed(root)
        if listed:
            told = {**told, "can_cu": listed}
        body = OwnBody(scheme, self.taking)
        above = {} if "loi_dan" in told else body.things(first)
        sections: list[Data] = [{**above, "danh_so": "không"}] if above else []
        sections += body.sections(root, 0)
        if attached:
            van_ban["kem_theo"] = self.appendices.attached(attached)
        return {**data, **told, "noi_dung": sections or [{"danh_so": "không"}]}


def _contents(blocks: Sequence[OwnBlock]) -> dict[str, Data]:
    """The table of contents, as deep as its deepest entry; 1 where it lists none."""
    found = [b.style for b in blocks if isinstance(b, Par) and b.style in _CONTENTS]
    depths = [int(style[-1]) for style in found if style[-1].isdigit()]
    return {"muc_luc": str(max(depths, default=_LEAST_DEPTH))} if found else {}


def _opening(first: Sequence[OwnBlock], bases: list[Data]) -> dict[str, Data]:
    """What stands before the first section: bases, a sentence that leads on, or both in one."""
    lines = [Line(line_of(block), "") for block in first if isinstance(block, Par)]
    if bases:
        lead = lines_of(first) if len(lines) == len(first) else ""
        return {"can_cu": bases, "loi_dan": lead} if lead else {"can_cu": bases}
    running = preamble_of(lines, exact=True) if len(lines) == len(first) == 1 else None
    if running is None or not running.form:
        return {}
    return {"can_cu": running.bases, "dang_can_cu": running.form, "loi_dan": running.lead}
