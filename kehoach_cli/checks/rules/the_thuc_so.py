"""KH147-KH148: the number of the document, and whose its symbol is."""

from collections.abc import Iterator

from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import part
from kehoach_cli.checks.typed import typed as typed_text
from kehoach_cli.vietnamese.organs import issuer_of_code
from kehoach_cli.vietnamese.text import fold

_COUNCILS = ("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd")
_OF_HEAD = {"so": "S", "bo": "B", "cuc": "C"}
"""The first letter of the abbreviation of an agency, by the first word of its name."""


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
    if any(name in issuer for name in _COUNCILS):
        return council or not issuer.startswith(_COUNCILS)
    letter = _OF_HEAD.get(issuer.split(" ", maxsplit=1)[0])
    return not (council or issuer_of_code(code)) if letter is None else code.startswith(letter)


RULES: tuple[Rule, ...] = (
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
