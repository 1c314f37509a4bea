"""KH116-KH120, KH151: recipients and the archive line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed as typed_text
from kehoach_cli.plan.van_ban import NoiNhan
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.vietnamese.text import fold


def _recipients(subject: Subject) -> Iterator[list[NoiNhan]]:
    head, decision = subject.plan.van_ban, subject.plan.quyet_dinh
    lists = (
        head.noi_nhan if head else None,
        head.noi_nhan_dien_tu if head else None,
        decision.noi_nhan if decision else None,
    )
    return (given for given in lists if given)


def _archive_line_among_recipients(subject: Subject) -> Iterator[Found]:
    for recipient in (item for given in _recipients(subject) for item in given):
        typed = typed_text(recipient, "ten")
        if typed and "ưu" in typed[1] and re.match(r"[-\s]*[Ll]ưu\s*:?\s*VT\b", typed[1]):
            yield part(typed[0], 0, len(typed[1]), text=typed[1])


def _archive_line_without_vt(subject: Subject) -> Iterator[Found]:
    for record in (subject.plan.van_ban, subject.plan.quyet_dinh):
        typed = typed_text(record, "luu_van_thu")
        if not typed:
            continue
        bare = typed[1].lstrip("- \n\t")
        prefix = re.match(r"[-\s]*[Ll]ưu\s*:?\s*", typed[1]) if bare[1:3] == "ưu" else None
        if prefix:
            yield part(typed[0], *prefix.span(), "", text=typed[1])
        elif typed[1][:2] != "VT" or typed[1][2:3].isalnum():
            yield part(typed[0], 0, len(typed[1]), text=typed[1])


def _mark_behind_a_recipient(subject: Subject) -> Iterator[Found]:
    for recipient in (item for given in _recipients(subject) for item in given):
        typed = typed_text(recipient, "ten")
        if not typed:
            continue
        bare = typed[1].strip()
        match = re.search(r"\s*[;.,]+\s*$", typed[1]) if bare[-1] in ";.," else None
        if match is None and bare[0] in "-–+*":
            match = re.match(r"\s*[-–+*]\s+", typed[1])
        if match and not re.search(r"\b[A-ZĐ]{1,4}\.$", typed[1]):
            yield part(typed[0], *match.span(), "", mark=match[0].strip())


def _recipient_twice(subject: Subject) -> Iterator[Found]:
    for given in _recipients(subject):
        seen: set[str] = set()
        for recipient in given:
            typed = typed_text(recipient, "ten")
            if typed:
                yield from _again(*typed, seen)


def _again(scalar: Scalar, text: str, seen: set[str]) -> Iterator[Found]:
    """What a line names again: the line itself, or a part of it; `seen` grows by its names.

    In "TT. Tỉnh ủy, HĐND tỉnh" the first word stands for both, so that of the parts only a
    ministry and a department are compared with other lines.
    """
    whole, here = fold(text).rstrip(" .;"), set[str]()
    if whole in seen:
        yield part(scalar, 0, len(text), name=text)
        return
    for match in re.finditer(r"[^,;\s][^,;]*", text):
        name = fold(match[0]).rstrip(" .")
        if " " in name and (name in here or name in seen):
            yield part(scalar, *match.span(), name=match[0].rstrip())
        here.add(name)
    seen |= {whole, *(name for name in here if re.match(r"(?:bo|so) ", name))}


def _article_of_no_decision(subject: Subject) -> Iterator[Found]:
    plan = subject.plan
    if plan.quyet_dinh is not None:
        return
    for recipient in (item for given in _recipients(subject) for item in given):
        typed = typed_text(recipient, "ten")
        opens = typed is not None and typed[1].startswith("Như ")
        match = re.match(r"Như (?:Điều|điều|trên)\b.*", typed[1]) if typed and opens else None
        if typed and match:
            yield part(typed[0], *match.span(), text=match[0])


_WHOLE = ("các ", "những ", "toàn ")
"""What a whole recipient may begin with in small letters."""


def _cut_at_a_comma(subject: Subject) -> Iterator[Found]:
    """The first of the pieces into which a comma in brackets cut one recipient."""
    for given in _recipients(subject):
        named = [typed for recipient in given if (typed := typed_text(recipient, "ten"))]
        for (before, head), (scalar, piece) in pairwise(named):
            between = scalar.source.text[before.end : scalar.start].strip()
            is_piece = piece[0].islower() and not piece.startswith(_WHOLE)
            if is_piece and between == "," and not scalar.style:
                yield part(scalar, 0, len(piece), text=piece, whole=f"{head}, {piece}")
                break


_TO_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9.d"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH116",
        Severity.ERROR,
        "Dòng Lưu nằm trong nơi nhận",
        "Dòng “{text}” không phải nơi nhận, chỗ của nó là luu_van_thu",
        why="Dòng Lưu là dòng cuối của Nơi nhận và có cách viết riêng.",
        wrong='van_ban:\n  noi_nhan: [Các sở, "Lưu: VT"]\n',
        right="van_ban:\n  noi_nhan: [Các sở]\n  luu_van_thu: VT\n",
        fix="chuyển sang luu_van_thu, chỉ ghi phần sau chữ Lưu",
        clause=_TO_RULE,
        limits="Không biết đơn vị soạn thảo viết tắt thế nào.",
        local=True,
        find=_archive_line_among_recipients,
    ),
    Rule(
        "KH117",
        Severity.WARNING,
        "Dòng Lưu viết sai",
        "“{text}” không phải phần sau chữ Lưu, như VT hoặc VT, KTTH",
        why="Dòng Lưu gồm chữ VT, chữ viết tắt đơn vị soạn thảo và số bản lưu khi cần.",
        wrong='van_ban:\n  luu_van_thu: "Lưu: VT, KTTH"\n',
        right="van_ban:\n  luu_van_thu: VT, KTTH\n",
        fix="ghi VT trước, rồi chữ viết tắt đơn vị soạn thảo",
        clause=_TO_RULE,
        limits="Không biết đơn vị soạn thảo viết tắt thế nào.",
        local=True,
        find=_archive_line_without_vt,
    ),
    Rule(
        "KH118",
        Severity.WARNING,
        "Dấu thừa ở nơi nhận",
        "Dấu “{mark}” do máy in, gõ thêm thì thành hai",
        why="Mỗi dòng nơi nhận máy tự thêm gạch đầu dòng và dấu chấm phẩy.",
        wrong="van_ban:\n  noi_nhan: [Các sở;]\n",
        right="van_ban:\n  noi_nhan: [Các sở]\n",
        fix="xóa dấu ấy",
        clause=_TO_RULE,
        limits="Dấu chấm sau chữ viết tắt hoa được coi là của chữ ấy.",
        local=True,
        find=_mark_behind_a_recipient,
    ),
    Rule(
        "KH119",
        Severity.WARNING,
        "Nơi nhận ghi hai lần",
        "“{name}” đã có ở trước trong cùng danh sách",
        why="Một nơi chỉ nhận một lần.",
        wrong="van_ban:\n  noi_nhan: [Các sở, Bộ Tài chính, các sở]\n",
        right="van_ban:\n  noi_nhan: [Các sở, Bộ Tài chính]\n",
        fix="bỏ một dòng",
        clause=_TO_RULE,
        limits="Chỉ thấy hai tên viết giống nhau, không biết hai tên của một cơ quan.",
        find=_recipient_twice,
    ),
    Rule(
        "KH120",
        Severity.WARNING,
        "Nơi nhận dẫn đến điều không có",
        "“{text}” chỉ dùng khi có quyết định hoặc Kính gửi; kế hoạch này không có",
        why="Kế hoạch chỉ có Nơi nhận, liệt kê từng nơi.",
        wrong="van_ban:\n  noi_nhan: [Như trên, Các sở]\n",
        right="van_ban:\n  noi_nhan: [Các sở]\n",
        fix="ghi tên từng nơi nhận",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.9",
        limits="Kế hoạch gửi kèm công văn riêng thì bỏ qua quy tắc này.",
        find=_article_of_no_decision,
    ),
    Rule(
        "KH151",
        Severity.INFO,
        "Một nơi nhận bị dấu phẩy tách ra",
        "“{text}” thành một nơi nhận riêng, vì trong ngoặc vuông dấu phẩy ngăn các mục",
        why="Tên có dấu phẩy mà không đặt trong ngoặc kép thì in ra nhiều dòng, mỗi dòng một mẩu.",
        wrong="van_ban:\n  noi_nhan: [Tỉnh ủy, Các sở, ban, ngành]\n",
        right='van_ban:\n  noi_nhan: [Tỉnh ủy, "Các sở, ban, ngành"]\n',
        fix="đặt cả tên trong ngoặc kép (“{whole} …”), hoặc viết mỗi nơi nhận một dòng",
        clause=_TO_RULE,
        limits="Chỉ thấy mẩu bắt đầu bằng chữ thường; tên viết thường thật thì bỏ qua.",
        local=True,
        find=_cut_at_a_comma,
    ),
)
