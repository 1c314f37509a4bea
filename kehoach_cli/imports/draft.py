"""Pages → the draft of a plan: its YAML, and what to look at."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kehoach_cli.imports.counting import counted
from kehoach_cli.imports.head.document_type import with_type_alone
from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.head.organs import whole_organ
from kehoach_cli.imports.head.reading import (
    Heading,
    heading_of,
    is_attached,
)
from kehoach_cli.imports.letters.code_pages import readable
from kehoach_cli.imports.needed import filled_in
from kehoach_cli.imports.outline.tree import Part, outlined
from kehoach_cli.imports.own.draft import own_draft
from kehoach_cli.imports.pages.model import Block, Grid, Line, Pages, Remark
from kehoach_cli.imports.pages.pictures import FOLDER
from kehoach_cli.imports.pages.unprinted import without_unprinted
from kehoach_cli.imports.parts import appendices, bases
from kehoach_cli.imports.parts.attached_type import with_attached_type
from kehoach_cli.imports.parts.body import Body, Special, scheme_of
from kehoach_cli.imports.parts.closing import Closing, closing_of, joined
from kehoach_cli.imports.parts.contents import without_contents
from kehoach_cli.imports.parts.cutting import cut_up, other_document
from kehoach_cli.imports.parts.decision import Decision, decision_of
from kehoach_cli.imports.parts.ending import ending_of
from kehoach_cli.imports.parts.references import with_references
from kehoach_cli.imports.parts.roles import with_roles
from kehoach_cli.imports.parts.shown import NOWHERE, ShownPictures, without_shown
from kehoach_cli.imports.parts.van_ban import van_ban
from kehoach_cli.imports.projects.register import Register
from kehoach_cli.imports.result import Draft
from kehoach_cli.imports.tables.plain import as_lines, is_too_wide
from kehoach_cli.imports.targets.listed import with_targets
from kehoach_cli.imports.yaml_text import Data, harmless, yaml_of


def drafted(
    pages: Pages, given: Mapping[str, str] | None = None, folder: str | None = FOLDER
) -> Draft:
    """The draft of a plan; every word of the pages is in it.

    `given`: fields of a table's columns, by the names of the columns without marks. `folder`: that
    of the pictures, beside the draft; None where they cannot be kept.
    """
    if pages.own:
        own = own_draft(pages, given or {}, folder or FOLDER)
        return own if folder else _without_pictures(own)
    return _Drafter(pages, given or {}, folder).draft()


def _without_pictures(draft: Draft) -> Draft:
    """A draft whose pictures are told of and not named, since nobody writes them."""
    data = {key: without_shown(value) for key, value in draft.data.items()}
    lost = [Remark("tệp", name, NOWHERE) for name in draft.pictures]
    counts = Counter({**draft.counts, "hình": 0})
    return Draft(data, yaml_of(data), [*draft.remarks, *lost], counts)


class _Drafter:
    def __init__(self, pages: Pages, given: Mapping[str, str], folder: str | None) -> None:
        pages = readable(pages)
        self.remarks = list(pages.remarks)
        blocks = [
            one for block in without_unprinted(pages.blocks) for one in self._printable(block)
        ]
        blocks, self.contents = without_contents(blocks)
        self.pictures = ShownPictures(folder)
        self.blocks = with_attached_type(with_type_alone(self.pictures.placed(blocks)))
        self.remarks += self.pictures.remarks
        self.names = Names("\n".join(_texts(pages.blocks)))
        tables = sum(isinstance(block, Grid) for block in self.blocks)
        self.register = Register(several=tables > 1, given=given)

    def _printable(self, block: Block) -> Sequence[Block]:
        """A block, or the rows of a table that fits no page."""
        if not isinstance(block, Grid) or not is_too_wide(block):
            return [block]
        told = "quá nhiều cột để in; từng hàng thành một đoạn văn"
        self.remarks.append(Remark(block.place, f"bảng {block.width} cột", told))
        return as_lines(block)

    def draft(self) -> Draft:
        is_annex = appendices.is_annex(self.blocks)
        heading = Heading() if is_annex else heading_of(self.blocks, self.names)
        decision = decision_of(self.blocks, heading, self.names)
        if decision:
            heading = self._attached(heading, decision)
        self._name_organ(heading)
        cut = cut_up(self.blocks[heading.after :])
        closing = joined(
            closing_of(cut.closing, self.names), decision.closing if decision else Closing()
        )
        found = appendices.cut(cut.appendices)
        for other, said in map(other_document, cut.others):
            found.append(other)
            self.remarks.append(said)
        appendices.with_units(cut.text)
        root = outlined(cut.text)
        unknown, ending = self._unknown(heading, closing), ending_of(root)
        root.body_end().extend(unknown)
        data = self._main(root, heading, closing, found)
        if ending:
            data["loi_ket"] = ending
        if decision:
            data = {key: data[key] for key in ("phien_ban", "van_ban")} | {
                "quyet_dinh": decision.data,
                **data,
            }
        self.remarks += filled_in(self._keys(data))
        printed = self._printed(found, scheme_of(root))
        data |= {"muc_luc": "có"} if self.contents else {}
        self._add_register(data)
        if printed:
            data["phu_luc"] = printed
        data = with_targets({key: harmless(value) for key, value in data.items()})
        data = with_roles(with_references(data))
        files = self.pictures.files
        counts = _counted(root, found, data)
        counts["hình"] = len(files)
        return Draft(data, yaml_of(data), self.remarks, counts, files)

    def _printed(self, found: Sequence[appendices.Appendix], scheme: str) -> list[Data]:
        printed: list[Data] = []
        for appendix in found:
            contents, remarks = appendices.data_of(appendix, scheme, self.register)
            printed.append(contents)
            self.remarks += remarks
        return printed

    def _add_register(self, data: dict[str, Data]) -> None:
        """What the tables gave: projects, targets, sources, and the unit of their money."""
        data |= self.register.keys()
        if self.register.unit:
            self._keys(data)["don_vi_tien"] = self.register.unit
        elif any(key in project for project in self.register.projects for key in _MONEY):
            told = "hiểu là triệu đồng; nếu khác, ghi đúng ở van_ban.don_vi_tien"
            self.remarks.append(Remark(self.register.places[0], "không ghi đơn vị tính", told))
        self.remarks += [*self.register.remarks, *self.register.kept]

    def _attached(self, outer: Heading, decision: Decision) -> Heading:
        """The head of the plan behind a decision, whose issuer and date are also the plan's."""
        self.remarks += decision.remarks
        inner = heading_of(self.blocks, self.names, decision.after)
        shared = {key: outer.keys[key] for key in _SHARED if key in outer.keys}
        inner.keys = {**shared, **inner.keys}
        inner.unknown = [*outer.unknown, *inner.unknown]
        line = self.blocks[inner.after] if inner.after < len(self.blocks) else None
        if isinstance(line, Line) and is_attached(line.text):
            inner.after += 1
        return inner

    def _name_organ(self, heading: Heading) -> None:
        """Who issues it, where the head lost the end of the name and the text has it."""
        short = heading.keys.get("co_quan_ban_hanh", "")
        place = heading.keys.get("dia_danh", "")
        whole = whole_organ(short, place, self.blocks, self.names) if short else ""
        if whole:
            heading.keys["co_quan_ban_hanh"] = whole
            self.remarks.append(Remark("đầu văn bản", short, f"hiểu là {whole}; xem lại"))

    def _unknown(self, heading: Heading, closing: Closing) -> list[Line]:
        """Lines of the head and the end that say nothing known: they end the last section."""
        lines = [*heading.unknown, *closing.unknown]
        for line in lines:
            self.remarks.append(Remark(line.place, line.text, "để ở cuối mục cuối cùng"))
        return lines

    def _main(
        self,
        root: Part,
        heading: Heading,
        closing: Closing,
        found: Sequence[appendices.Appendix],
    ) -> dict[str, Data]:
        """Everything but the appendices."""
        opening = bases.preamble_of(root.body) if root.children else None
        special: Special = {}
        listed: list[Data] = []
        if not (opening and opening.bases):
            listed, told = bases.listed_by(root, special)
            self.remarks += told
        about, remarks = van_ban(heading, closing, found)
        self.remarks += remarks
        data: dict[str, Data] = {"phien_ban": "1", "van_ban": about}
        scheme = scheme_of(root)
        if scheme:
            self._keys(data)["danh_so"] = scheme
        if (opening and opening.bases) or listed:
            data["can_cu"] = (opening.bases if opening else []) or listed
        if opening and opening.form:
            data["dang_can_cu"] = opening.form
        if opening and opening.lead:
            data["loi_dan"] = opening.lead
        body = Body(scheme, self.register, special)
        rest = opening.rest if opening else root.body
        first: list[Data] = [{**body.things(rest), "danh_so": "không"}] if rest else []
        data["noi_dung"] = [*first, *body.sections(root, 0)] or [{"muc": "[điền tên mục]"}]
        self.remarks += body.remarks
        return data

    def _keys(self, data: dict[str, Data]) -> dict[str, Data]:
        found = data["van_ban"]
        assert isinstance(found, dict)  # noqa: S101 - made here
        return found


_MONEY = ("tong_kinh_phi", "von", "kinh_phi", "hang_con")
_SHARED = ("co_quan_chu_quan", "co_quan_ban_hanh", "dia_danh", "ngay_ban_hanh")


def _counted(
    root: Part, found: Sequence[appendices.Appendix], data: Mapping[str, Data]
) -> Counter[str]:
    blocks = [block for part in root.walk() for block in part.body]
    blocks += [block for item in found for block in item.blocks]
    tables = [block for block in blocks if isinstance(block, Grid)]
    return counted(data, len(blocks) - len(tables), [len(table.rows) for table in tables])


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [
        text
        for block in blocks
        for text in (
            [block.text]
            if isinstance(block, Line)
            else [cell for row in block.rows for cell in row if cell]
        )
    ]
