"""KH102-KH103, KH147-KH148: the number and the symbol of the document."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed as typed_text
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.vietnamese.document_types import leading_type, type_codes
from kehoach_cli.vietnamese.organs import issuer_of_code
from kehoach_cli.vietnamese.text import fold

_COMMITTEES = ("uy ban nhan dan", "ubnd")
_COUNCILS = (*_COMMITTEES, "hoi dong nhan dan", "hdnd")
_OF_HEAD = {"so": "S", "bo": "B", "cuc": "C"}
"""The first letter of the abbreviation of an agency, by the first word of its name."""
_LONGEST = 5  # letters of a type's code
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐabcdefghijklmnopqrstuvwxyzđ")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐƠƯÂÊÔĂ")


def _zero(subject: Subject) -> Iterator[Found]:
    for record in (subject.plan.van_ban, subject.plan.quyet_dinh):
        typed = typed_text(record, "so_van_ban")
        if typed and typed[1].strip() and not typed[1].strip("0 "):
            yield part(typed[0], 0, len(typed[1]), text=typed[1].strip())


def _symbol_of_another(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    typed = typed_text(head, "ky_hieu")
    issuer = (head.co_quan_ban_hanh or "").strip() if head else ""
    codes = typed[1].strip().split("-")[1:] if typed else []
    if typed and issuer and codes and not _may_be_of(codes[0], fold(issuer)):
        start = typed[1].index(codes[0])
        yield part(typed[0], start, start + len(codes[0]), code=codes[0], issuer=issuer)


def _may_be_of(code: str, issuer: str) -> bool:
    """Whether an abbreviation may be of an agency (folded); of most only a letter is known."""
    council = code in ("UB", "UBND", "HĐND", "TTHĐND")
    if issuer.startswith(_COMMITTEES):
        return code in ("UB", "UBND")
    if any(name in issuer for name in _COUNCILS):
        return council or not issuer.startswith(_COUNCILS)
    letter = _OF_HEAD.get(issuer.split(" ", maxsplit=1)[0])
    return not (council or issuer_of_code(code)) if letter is None else code.startswith(letter)


def _symbol(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    typed = typed_text(head, "ky_hieu")
    if head is None or typed is None:
        return
    scalar, text = typed
    right = "-".join(map(str.strip, text.replace("/", "-").replace("–", "-").split("-"))).lstrip(
        "-"
    )
    if not _is_symbol(right):
        yield part(scalar, 0, len(text), text=text)
    elif right != text.strip():
        yield part(scalar, 0, len(text), right, text=text)


def _is_symbol(text: str) -> bool:
    """Whether a text is the code of a type and those of agencies, joined by hyphens."""
    code, *agencies = text.split("-")
    return (
        1 <= len(code) <= _LONGEST
        and _LETTERS.issuperset(code)
        and bool(agencies)
        and agencies[0][:1] in _CAPITALS
        and all(re.fullmatch(r"[\w&]+", one) for one in agencies)
    )


def _symbol_of_another_type(subject: Subject) -> Iterator[Found]:
    head, decision = subject.plan.van_ban, subject.plan.quyet_dinh
    kind = "Nghị quyết" if decision and decision.loai == "nghi_quyet" else "Quyết định"
    yield from _other_symbol(typed_text(head, "ky_hieu"), (head and head.ten_loai) or "Kế hoạch")
    yield from _other_symbol(typed_text(decision, "ky_hieu"), kind)


def _other_symbol(typed: tuple[Scalar, str] | None, kind: str) -> Iterator[Found]:
    """The symbol of a document whose first letters stand for another type than its own.

    That of two agencies together may say so behind the type's: "KHLT-SNV-STC", "KHPH-…".
    """
    if typed is None:
        return
    name = leading_type(kind) or ""
    code, mark, agencies = typed[1].partition("-")
    codes = type_codes(name)
    if "-" in agencies and code[-2:] in _TOGETHER and code[:-2] in codes:
        return
    if code and mark and _LETTERS.issuperset(code) and codes and code not in codes:
        facts = {"code": code, "type": name, "right": "/".join(sorted(codes))}
        yield part(typed[0], 0, len(code), **facts)


_TOGETHER = ("LT", "PH")  # liên tịch, phối hợp
_NUMBER_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH102",
        Severity.ERROR,
        "Ký hiệu viết sai dạng",
        "Ký hiệu “{text}” không đúng dạng tên loại-cơ quan, như KH-UBND",
        why="Ký hiệu gồm chữ viết tắt tên loại và cơ quan, nối bằng dấu - không có dấu cách.",
        wrong="van_ban:\n  ky_hieu: KH/UBND\n",
        right="van_ban:\n  ky_hieu: KH-UBND\n",
        fix="viết dạng KH-UBND, hoặc để trống để máy tự lấy",
        clause=_NUMBER_RULE,
        limits="Chữ viết tắt của cơ quan do từng cơ quan quy định, quy tắc không đối chiếu.",
        local=True,
        find=_symbol,
    ),
    Rule(
        "KH103",
        Severity.WARNING,
        "Ký hiệu không khớp tên loại",
        "Ký hiệu có “{code}”, tên loại {type} viết tắt là {right}",
        why="Chữ đầu của ký hiệu là chữ viết tắt của tên loại văn bản.",
        wrong="van_ban:\n  ky_hieu: QĐ-UBND\n",
        right="van_ban:\n  ky_hieu: KH-UBND\n",
        fix="ghi {right}, hoặc sửa ten_loai",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I",
        limits="Chỉ biết 29 tên loại của Nghị định 30/2020/NĐ-CP.",
        local=True,
        find=_symbol_of_another_type,
    ),
    Rule(
        "KH147",
        Severity.WARNING,
        "Số văn bản bằng không",
        "Số văn bản ghi {text}; số văn bản bắt đầu từ 01",
        why="Số ghi theo thứ tự đăng ký trong năm, bắt đầu từ 01.",
        wrong="van_ban: {so_van_ban: 0}\n",
        right="van_ban: {so_van_ban: 1}\n",
        fix="ghi số do văn thư cấp; chưa có thì để trống",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3.a",
        limits="Không biết số nào đã được cấp.",
        local=True,
        find=_zero,
    ),
    Rule(
        "KH148",
        Severity.WARNING,
        "Ký hiệu của cơ quan khác",
        "Ký hiệu có {code}, cơ quan ban hành là {issuer}",
        why="Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt của chính cơ quan ban hành.",
        wrong="van_ban: {co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai, ky_hieu: KH-STTTT}\n",
        right="van_ban: {co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai, ky_hieu: KH-UBND}\n",
        fix="bỏ ky_hieu để chương trình tự lập, hoặc sửa chữ viết tắt",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3.b",
        limits="Ngoài Ủy ban, Hội đồng nhân dân chỉ so chữ đầu: S của sở, B của bộ, C của cục.",
        find=_symbol_of_another,
    ),
)
