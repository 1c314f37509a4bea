"""What a plan must show, and what stands in the written files, read by programs not ours."""

import html
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.table import Table

from kehoach_cli.plan.bang import Bang, Cot, Hang, RowKind
from kehoach_cli.plan.kinds import Code, ListOf, RecordOf, Text
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Kind, Record, fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.plan.van_ban import CanCu, VanBan

from .typed import Tree

UNPRINTED: set[tuple[type[Record], str]] = {
    (VanBan, "the_thuc"),
    (VanBan, "don_vi_tien"),
    (VanBan, "kem_theo"),
    (Bang, "ma"),
    (Bang, "don_vi_tinh"),
    (Bang, "ten_tong_cong"),
    (Cot, "gia_tri"),
    (Cot, "so_cot"),
    (CanCu, "mo_dau"),
    (CanCu, "loai"),
    (CanCu, "ten"),
    (CanCu, "so_ky_hieu"),
    (CanCu, "co_quan"),
    (CanCu, "trich_yeu"),
}
"""Texts that steer, and those that print only beside others."""

BY_DECISION = (
    *("so_van_ban", "ky_hieu", "dia_danh", "nguoi_ky", "noi_nhan", "noi_nhan_dien_tu"),
    *("luu_van_thu", "nguoi_soan", "luu_hanh"),
)
"""Of an attached plan these are the decision's to print."""

ONLY_IN_TABLES = (DuAn, ChiTieu)
_MARK = re.compile(r"\{\{.*?\}\}|\^\[|\*+|[\[\]\n]")


def texts(cls: type[Record], tree: Tree) -> Iterator[str]:
    """The texts of a record that must be on paper."""
    for key, field in fields_of(cls).items():
        unprinted = any((base, key) in UNPRINTED for base in cls.__mro__)
        if key in tree and not unprinted:
            yield from _of_kind(field.kind, tree[key])


def _of_kind(kind: Kind, tree: Tree) -> Iterator[str]:
    if isinstance(kind, Text):
        yield from [tree] if isinstance(tree, str) and not isinstance(kind, Code) else []
    elif isinstance(kind, RecordOf):
        cls = kind.cls()
        if cls not in ONLY_IN_TABLES:
            yield from texts(cls, tree if isinstance(tree, dict) else {kind.scalar: tree})
    elif isinstance(kind, ListOf):
        for item in tree if isinstance(tree, list) else [tree]:
            yield from _of_kind(kind.kind, item)
    elif isinstance(kind, RowKind):
        yield from texts(Hang, tree) if isinstance(tree, dict) else tree


def printed(plan: Tree) -> Iterator[str]:
    """The texts of a plan that must be on paper."""
    shown = dict(plan)
    if "quyet_dinh" in plan:
        shown["van_ban"] = {k: v for k, v in plan["van_ban"].items() if k not in BY_DECISION}
    if shown.get("dang_can_cu", "").casefold().startswith("kh"):
        shown.pop("can_cu", None)
    if holds_plan(plan):
        del shown["van_ban"]
    return texts(Plan, shown)


def holds_plan(plan: Tree) -> bool:
    """Whether the plan stands inside an article of its decision, without a head of its own."""
    articles = _as_list(plan.get("quyet_dinh", {}).get("dieu", []))
    return any("chen" in article for article in articles if isinstance(article, dict))


def letters(text: str) -> str:
    """Letters and figures alone, capitals or not: what no layout may change."""
    plain = unicodedata.normalize("NFKC", text.upper()).casefold().replace("ð", "đ")
    return "".join(sign for sign in unicodedata.normalize("NFC", plain) if sign.isalnum())


def pieces(text: str) -> list[str]:
    """The stretches of a text that print unbroken: between marks, lines and `{{ }}`."""
    return [found for piece in _MARK.split(text) if (found := letters(piece))]


def opened(data: bytes) -> Opened:
    """The Word file, opened by python-docx."""
    return Document(io.BytesIO(data))


def all_text(file: Opened) -> str:
    """Every word of the body and of the footnotes."""
    stories = [file.element.body.iter(qn("w:t"))]
    parts = [part for part in file.part.package.iter_parts() if "footnotes" in part.partname]
    found = ["".join(node.text or "" for story in stories for node in story)]
    return "".join([*found, *(re.sub(r"<[^>]*>", "", part.blob.decode("utf-8")) for part in parts)])


def between(start: str, end: str, whole: str) -> list[str]:
    """What stands between two marks, at each place of theirs, without capitals.

    Without spaces, too: a title may be broken at one of them.
    """
    return re.findall(f"{start}(.*?){end}", squeezed(whole))


def squeezed(text: str) -> str:
    """A text without spaces and capitals."""
    return re.sub(r"\s+", "", text).casefold()


def without_tags(page: str) -> str:
    """The words of a web page."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def check_fields(file: Opened) -> None:
    """Fields nest and end; what they refer to is a bookmark that is there, once."""
    body = file.element.body
    names = Counter(mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart")))
    open_fields: list[str] = []
    for node in body.iter(qn("w:fldChar"), qn("w:instrText")):
        kind = node.get(qn("w:fldCharType"))
        if kind == "begin":
            open_fields.append("")
        elif kind == "end":
            _check_target(open_fields.pop(), names)
        elif kind is None:
            open_fields[-1] += node.text or ""
    assert not open_fields
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert all(names[anchor] == 1 for anchor in links if anchor)


def _check_target(instruction: str, names: Counter[str | None]) -> None:
    kind, *rest = instruction.split()
    assert kind not in ("REF", "PAGEREF") or names[rest[0]] == 1, instruction


def drawn(file: Opened) -> int:
    """How many pictures the body shows."""
    return sum(1 for _ in file.element.body.iter(qn("pic:pic")))


def pictures(tree: Tree) -> int:
    """How many a plan has, wherever they stand."""
    if isinstance(tree, list):
        return sum(map(pictures, tree))
    if not isinstance(tree, dict):
        return 0
    return ("hinh" in tree) + sum(map(pictures, tree.values()))


def data_tables(file: Opened) -> list[Table]:
    """The tables of the plan: those with lines."""
    return [t for t in file.tables if t._tbl.tblPr.find(qn("w:tblBorders")) is not None]


def rows(table: Table) -> list[list[str]]:
    """The texts of its rows below the heads, by column."""
    body = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is None]
    return [[cell.text for cell in row.cells] for row in body]


def tables(plan: Tree) -> list[Tree]:
    """Every table of a plan, in the order in which they print."""
    parts = [*_as_list(plan.get("noi_dung", [])), *plan.get("phu_luc", [])]
    return [bang for part in parts for bang in _tables(part)]


def has_own_rows_only(bang: Tree) -> bool:
    """Whether a table shows no register."""
    return "hang" in bang and "nguon" not in bang


def _as_list(tree: Tree) -> list[Tree]:
    return tree if isinstance(tree, list) else [tree]


def _tables(part: Tree) -> Iterator[Tree]:
    if not isinstance(part, dict):
        return
    for key, value in part.items():
        if key == "bang":
            yield value
        elif key in ("doan_van", "muc_con"):
            for item in _as_list(value):
                yield from _tables(item)
