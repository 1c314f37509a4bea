"""A plan as JSON, with everything that the program works out.

The keys are those of the plan file, without the fields that it leaves out. What is worked out:

* `dinh_dang`: the version of this shape; `don_vi_tien`: the unit of every amount. An amount is a
  text like "1851.5": exact, with a decimal point, no unit, no zeros at the end.
* Texts are the words as they print, `{{ }}` filled in, no signs of bold, italic and footnotes. The
  footnotes of a `doan_van` stand beside it in `chu_thich`, those of other texts in brackets.
* Dates are ISO 8601, as far as known ("2013-11-01", "2016-10"); a period is {"tu": 2016, "den":
  2020}. Recipients that share a role are entries of their own, each with it.
* `van_ban`, `quyet_dinh`: also `so_ky_hieu` ("172/KH-UBND") and the `ky_hieu`, `ten_loai`,
  `dia_danh` that print where none is given.
* `quyet_dinh`: each of `dieu` is {"so", "doan_van"}; "so" is "" where none prints.
* `can_cu`: `van_ban` is the citation as it prints; the other keys are its parts, null if not found.
* `noi_dung`, `phu_luc`: `so` is the label ("II.", "Phụ lục I"; "" where none prints); `than_bai`
  what stands there in order: {"doan_van": [line, …]}, {"chen": {…}}, {"bang": {…}}, {"hinh": {…}}.
* `chen` of `kinh_phi`: each of `dong` is {"ma", "ten", "tien"}.
* `hinh`: `tep` is the name of the file, `rong` and `cao` its size in mm as asked for, before it is
  made to fit the page ("0" where it could not be read).
* `bang`: `so` is "Bảng 1" where it is numbered, else ""; `cot` has the headings from the top
  (`tieu_de`), `so_cot` where that row prints, `gia_tri`, `la_tien`; each of `hang` its `loai`
  (dong, hang_con, nhom, cong_nhom, tong_cong), `so`, `ten` (of a group, of a total) and the cells
  `o`: amounts where the column `la_tien`, exact numbers where cells typed in the table are added
  up, else texts, null if empty.
* `muc_luc`: each title listed, its level `bac`, its label `so`, its words `ten`.
* `chi_tieu`: `hien_trang` and each of `gia_tri` is a text as a table shows it; of a figure with
  parts {"gia_tri": text, "tu_so": {"so", "don_vi"}, "mau_so": {"so", "don_vi"}}.
* `du_an`: `von` and each of `kinh_phi` are {"tong", "theo_nam": {"2014": {"tong", "theo_nguon"}},
  "theo_nguon"}; `tinh_vao_tong_cong` is what a project with its parts adds to the totals.
* `tong`: `so_du_an`, `tong`, `theo_nam`, `theo_nguon`, `theo_nam_va_nguon` of the plain measure,
  the same by measure in `kinh_phi`, and by group in `theo_nhom`.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from kehoach_cli.document.captions import caption_of
from kehoach_cli.document.compose import appendix_label
from kehoach_cli.document.decision import articles_scheme, as_document
from kehoach_cli.document.figures import asked_size
from kehoach_cli.document.labels import Numbering
from kehoach_cli.document.model import Number, Paragraph
from kehoach_cli.document.naming import full_number, place, symbol, type_name
from kehoach_cli.document.texts import Texts
from kehoach_cli.plan.bang import Bang, Cot
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.hinh import Hinh
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Khoi, Muc, PhuLuc, ThanBai, counted
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.quyet_dinh import QuyetDinh
from kehoach_cli.plan.records import fields_of
from kehoach_cli.plan.references import child_level, positions, scheme_of, table_label
from kehoach_cli.plan.scheme import Scheme, label
from kehoach_cli.plan.shares import shares
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.plan.view_rows import View, ViewRow, is_awaited
from kehoach_cli.plan.views import column_numbers, heading, resolve_table
from kehoach_cli.reports.json_values import exact, fields, plain, plain_text, prose_lines
from kehoach_cli.reports.plan_totals import totals
from kehoach_cli.vietnamese.units import MoneyUnit

SHAPE = 1
"""The version of the shape; it grows when a program that reads it would have to change."""

_KINDS = {
    "item": "dong",
    "part": "hang_con",
    "group": "nhom",
    "subtotal": "cong_nhom",
    "total": "tong_cong",
}


def plan_json(plan: Plan, unit: MoneyUnit) -> str:
    """The plan as JSON; the same plan gives the same text."""
    writer = _Writer(plan, Texts(plan, unit))
    return json.dumps(writer.whole(), ensure_ascii=False, indent=2)


class _Writer:
    """A plan on its way to JSON."""

    def __init__(self, plan: Plan, texts: Texts) -> None:
        self.plan, self.texts = plan, texts
        self.main = scheme_of(plan)
        own = [appendix.danh_so or self.main for appendix in plan.phu_luc or ()]
        self.schemes: list[Scheme] = [self.main, *own]
        self.numbering = Numbering(self.schemes)
        self.positions = positions(plan.noi_dung, 0, self.main)
        for appendix, scheme in zip(plan.phu_luc or (), own, strict=True):
            start = child_level(appendix, 0, scheme)
            self.positions |= positions(appendix.muc_con, start, scheme)

    def whole(self) -> dict[str, Any]:
        """Everything: the fields of the plan in their order, then the totals."""
        shown: dict[str, Any] = {"dinh_dang": SHAPE, "don_vi_tien": self.texts.unit.value}
        special: dict[str, Callable[[Any], Any]] = {
            "van_ban": self._van_ban,
            "quyet_dinh": self._quyet_dinh,
            "noi_dung": lambda parts: self._sections(parts, 0, 0),
            "phu_luc": lambda parts: [self._appendix(*item) for item in enumerate(parts, 1)],
        }
        for key in fields_of(Plan):
            value = getattr(self.plan, key)
            if value is not None:
                shown[key] = special[key](value) if key in special else plain(value, self.texts)
        if self.plan.muc_luc is not None:
            inside = self.plan.quyet_dinh is not None and self.plan.quyet_dinh.holds_plan
            depth = 0 if inside else min(self.plan.muc_luc, len(self.main))
            shown["muc_luc"] = list(_contents(shown, depth))
        return {**shown, "tong": totals(self.plan)}

    def _van_ban(self, van_ban: VanBan) -> dict[str, Any]:
        named = {"so_ky_hieu": full_number(van_ban)} if van_ban.so_van_ban else {}
        known = {"ten_loai": type_name(van_ban), "ky_hieu": symbol(van_ban)}
        where = place(van_ban).strip()
        known |= {"dia_danh": where} if where else {}
        return named | known | fields(van_ban, self.texts)

    def _quyet_dinh(self, decision: QuyetDinh) -> dict[str, Any]:
        own = as_document(decision, self.plan.van_ban or VanBan())
        named = {"so_ky_hieu": full_number(own)} if own.so_van_ban else {}
        shown = named | {"ky_hieu": symbol(own)} | fields(decision, self.texts)
        articles = [
            {"so": label(articles_scheme(), (at,)) if at else "", **fields(article, self.texts)}
            for at, article in counted(decision.dieu)
        ]
        return {**shown, "dieu": articles}

    def _appendix(self, position: int, appendix: PhuLuc) -> dict[str, Any]:
        return {
            "so": appendix_label(self.plan, position),
            "kho_giay": "doc",
            **fields(appendix, self.texts, _BODY),
            **self._body(appendix, 0, position),
        }

    def _sections(self, parts: Sequence[Muc], level: int, outline: int) -> list[dict[str, Any]]:
        scheme, found = self.schemes[outline], []
        for muc in parts:
            numbered = level < len(scheme)
            number = Number(level, self.positions[id(muc)], outline)
            label = self.numbering.of(number).text if numbered else ""
            own = fields(muc, self.texts, _BODY)
            found.append({"so": label, **own, **self._body(muc, level + 1, outline)})
        return found

    def _body(self, part: ThanBai, level: int, outline: int) -> dict[str, Any]:
        start = child_level(part, level, self.schemes[outline])
        return {
            "than_bai": [*map(self._thing, part.body())],
            "muc_con": self._sections(part.muc_con or (), start, outline),
            "sau_muc_con": [*map(self._thing, part.tail())],
        }

    def _thing(self, item: Khoi) -> dict[str, Any]:
        if item.bang is not None:
            return {"bang": self._table(item.bang)}
        if item.chen is not None:
            return {"chen": self._inserted(item.chen)}
        if item.hinh is not None:
            return {"hinh": self._picture(item.hinh)}
        return prose_lines(self.texts(item.doan_van))

    def _inserted(self, chen: Chen) -> dict[str, Any]:
        shown = fields(chen, self.texts)
        if chen.nguon != "kinh_phi":
            return shown
        try:
            found = shares(chen, self.plan)
        except BadPathError:  # told as a fault where the plan is checked
            found = []
        told = [{"ma": s.key, "ten": self.texts(s.label), "tien": exact(s.amount)} for s in found]
        return {**shown, "dong": told}

    def _picture(self, hinh: Hinh) -> dict[str, Any]:
        width, height = (exact(Decimal(side).quantize(Decimal("0.1"))) for side in asked_size(hinh))
        return {**fields(hinh, self.texts), "rong": width, "cao": height}

    def _table(self, bang: Bang) -> dict[str, Any]:
        view = resolve_table(bang, self.plan)
        money = any(column.is_money for column in view.columns)
        numbers = column_numbers(bang, view.columns) or [""] * len(view.columns)
        unit = self.texts(bang.don_vi_tinh) or (self.texts.unit.value if money else None)
        caption = caption_of(bang, self.texts) or Paragraph("", ())
        return {
            "so": table_label(caption.number.position) if caption.number else "",
            "ten": plain_text(caption.text) or None,
            "don_vi_tinh": unit,
            "cot": [
                {
                    "tieu_de": [plain_text(self.texts(name)) for name in names],
                    **({"so_cot": self.texts(number)} if number else {}),
                    "gia_tri": column.cot.gia_tri or [],
                    "la_tien": column.is_money,
                }
                for names, number, column in zip(
                    self._headings(bang), numbers, view.columns, strict=True
                )
            ],
            "hang": [self._row(row, view) for row in view.rows if row.kind != "blank"],
            "ghi_chu": [plain_text(self.texts(note)) for note in bang.ghi_chu or ()],
        }

    def _headings(self, bang: Bang) -> Iterator[list[str]]:
        """Over each column that holds values, its headings from the top."""

        def under(cot: Cot, above: list[str]) -> Iterator[list[str]]:
            names = [*above, heading(cot, bang, self.plan)]
            if not cot.cot:
                yield names
            for inner in cot.cot or ():
                yield from under(inner, names)

        for column in bang.cot or ():
            yield from under(column, [])

    def _row(self, row: ViewRow, view: View) -> dict[str, Any]:
        told = [None if is_awaited(value) else plain(value, self.texts) for value in row.cells]
        cells = [value or None for value in told][: len(view.columns)]
        cells += [None] * (len(view.columns) - len(cells))
        if row.label and row.kind in ("item", "part"):
            numbered = [column.is_number for column in view.columns]
            cells = [row.label if n else cell for n, cell in zip(numbered, cells, strict=True)]
        title = plain_text(self.texts(row.title))
        return {"loai": _KINDS[row.kind], "so": row.label, "ten": title, "o": cells}


def _contents(shown: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    """The table of contents: titles to its depth, then the appendices."""
    yield from _listed(shown.get("noi_dung", []), depth)
    for appendix in shown.get("phu_luc", ()) if depth else ():
        yield {"bac": 1, "so": appendix["so"], "ten": appendix.get("ten", "")}


def _listed(sections: list[dict[str, Any]], depth: int, level: int = 1) -> Iterator[dict[str, Any]]:
    for section in sections if level <= depth else ():
        if "muc" in section:
            yield {"bac": level, "so": section["so"], "ten": section["muc"]}
        yield from _listed(section["muc_con"], depth, level + 1)


_BODY = ("doan_van", "chen", "bang", "hinh", "muc_con", "danh_so_con")
