"""KH110-KH115: who signs, and in whose name."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import signers
from kehoach_cli.checks.typed import typed as typed_text
from kehoach_cli.vietnamese.text import fold

_DEGREES = ("TS", "THS", "PGS", "GS", "BS", "BSCK", "KS", "CN", "CK", "TSKH", "NGUT", "NGND")
_DEGREE = r"(?:[A-ZĐa-zđ]{1,5}(?:\.|\b))"
# Bodies of the Party, and standing bodies of a council, sign by rules of their own.
_PARTY = r"ban thuong vu|thuong truc|ban chap hanh|(?:tinh|thanh|huyen|dang) uy"
_PREFIXES = {
    "thay_mat": "TM.",
    "ky_thay": "KT.",
    "thua_lenh": "TL.",
    "thua_uy_quyen": "TUQ.",
}


def _degree_before_the_name(subject: Subject) -> Iterator[Found]:
    for signer in signers(subject.plan):
        typed = typed_text(signer, "ho_ten")
        name = typed[1] if typed and _has_degree(typed[1]) else ""
        match = re.match(rf"(?:{_DEGREE}[.,\s]*)+", name) if name else None
        words = re.findall(r"[A-ZĐa-zđ]+", match[0]) if match else []
        known = [word for word in words if word.upper() in _DEGREES]
        if typed and known and len(typed[1].split()) > len(known):
            end = typed[1].index(known[-1]) + len(known[-1])
            end += len(typed[1][end:]) - len(typed[1][end:].lstrip(". ,"))
            yield part(typed[0], 0, end, "", degree=typed[1][:end].strip(" ,"))


def _has_degree(name: str) -> bool:
    """Whether a degree stands anywhere in a name."""
    return not set(_DEGREES).isdisjoint(name.upper().replace(".", " ").replace(",", " ").split())


def _name_in_wrong_capitals(subject: Subject) -> Iterator[Found]:
    for signer in signers(subject.plan):
        typed = typed_text(signer, "ho_ten")
        for match in re.finditer(r"[^\W\d_]+", typed[1]) if typed else ():
            right = match[0][0].upper() + match[0][1:].lower()
            # A small first letter is told of by KH545.
            told = match[0][0].islower() or match[0].upper() in _DEGREES
            if typed and match[0] != right and not told:
                yield part(typed[0], *match.span(), right, word=match[0], right=right)


def _authority_is_typed(subject: Subject) -> Iterator[Found]:
    for signer in signers(subject.plan):
        for key, prefix in _PREFIXES.items():
            typed = typed_text(signer, key)
            letters = prefix[:-1]
            if typed is None or not typed[1].upper().startswith(("T/M", "TM", letters)):
                continue
            match = re.match(rf"(?i)T/?M[./]?\s+|{letters}[./]?\s+", typed[1])
            if match:
                yield part(typed[0], *match.span(), "", prefix=match[0].strip())


def _deputy_signs_as_head(subject: Subject) -> Iterator[Found]:
    for signer in signers(subject.plan):
        given = signer.ky_thay or signer.thua_lenh or signer.thua_uy_quyen
        typed = typed_text(signer, "chuc_vu")
        post = fold(typed[1]) if typed else ""
        if (
            typed
            and not given
            and re.match(r"pho (?!bi thu)|thu truong (?!co quan|don vi)|thu truong$", post)
        ):
            rest = "Bộ trưởng" if post.startswith("thu") else typed[1].split(maxsplit=1)[1]
            yield part(typed[0], 0, len(typed[1]), post=typed[1], head=rest)


def _stands_in_without_being_deputy(subject: Subject) -> Iterator[Found]:
    for signer in signers(subject.plan):
        typed = typed_text(signer, "chuc_vu")
        if typed and signer.ky_thay and not re.match(r"pho |quyen pho|thu truong", fold(typed[1])):
            yield part(typed[0], 0, len(typed[1]), post=typed[1], head=signer.ky_thay)


def _collective_of_another_issuer(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    issuer = fold(head.co_quan_ban_hanh or "") if head else ""
    typed = typed_text(head.nguoi_ky if head else None, "thay_mat")
    if not typed or not issuer:
        return
    body = re.sub(r"^ubnd\b", "uy ban nhan dan", fold(typed[1]))
    body = re.sub(r"^hdnd\b", "hoi dong nhan dan", body)
    of_party = re.search(_PARTY, issuer) and not body.startswith("uy ban nhan dan")
    if of_party or re.search(_PARTY, body):
        return
    issuer = re.sub(r"^ubnd\b", "uy ban nhan dan", issuer)
    if re.match(r"(?:so|phong|chi cuc|trung tam) ", body):
        yield part(
            typed[0],
            0,
            len(typed[1]),
            body=typed[1],
            why="cơ quan này làm việc theo chế độ thủ trưởng, người đứng đầu ký trực tiếp",
        )
    elif body.split()[:2] != issuer.split()[:2]:
        yield part(
            typed[0], 0, len(typed[1]), body=typed[1], why="cơ quan ban hành ở trên là cơ quan khác"
        )


_HEAD = "van_ban:\n  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai\n"
_SIGNER = "van_ban:\n  nguoi_ky: "
_SIGN_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH110",
        Severity.WARNING,
        "Học hàm, học vị trước họ tên",
        "Trước họ tên người ký có “{degree}”",
        why="Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự.",
        wrong=_SIGNER + "{ho_ten: TS. Nguyễn Văn An, chuc_vu: Giám đốc}\n",
        right=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Giám đốc}\n",
        fix="bỏ phần ấy",
        clause=_SIGN_RULE + ".c",
        limits="Lực lượng vũ trang, đơn vị giáo dục, y tế, khoa học có thể có quy định riêng.",
        local=True,
        find=_degree_before_the_name,
    ),
    Rule(
        "KH111",
        Severity.WARNING,
        "Họ tên người ký viết hoa cả tiếng",
        "Họ tên người ký có “{word}”, viết hoa đúng là “{right}”",
        why="Tên người viết hoa chữ cái đầu của mọi âm tiết, phần còn lại viết thường.",
        wrong=_SIGNER + "{ho_ten: NGUYỄN VĂN AN, chuc_vu: Giám đốc}\n",
        right=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Giám đốc}\n",
        fix="viết {right}",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục II.1",
        limits="Tên người dân tộc thiểu số viết theo cách riêng thì bỏ qua quy tắc này.",
        local=True,
        find=_name_in_wrong_capitals,
    ),
    Rule(
        "KH112",
        Severity.ERROR,
        "Chữ TM., KT. gõ tay",
        "“{prefix}” do máy in, gõ thêm thì in ra hai lần",
        why="Quyền hạn của người ký in ra từ tên trường: thay_mat thành TM., ky_thay thành KT.",
        wrong=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Phó Giám đốc, ky_thay: KT. Giám đốc}\n",
        right=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Phó Giám đốc, ky_thay: Giám đốc}\n",
        fix="bỏ phần ấy",
        clause=_SIGN_RULE + ".b",
        limits="Không biết người ký có thẩm quyền hay không.",
        local=True,
        find=_authority_is_typed,
    ),
    Rule(
        "KH113",
        Severity.ERROR,
        "Cấp phó ký mà thiếu chữ KT",
        "{post} ký mà không ghi ký thay ai",
        why="Cấp phó ký thì ghi KT. trước chức vụ của người đứng đầu.",
        wrong=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Phó Giám đốc}\n",
        right=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Phó Giám đốc, ky_thay: Giám đốc}\n",
        fix="thêm ky_thay: {head}; ký thừa lệnh thì ghi thua_lenh",
        clause="Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II.7.b",
        limits="Không biết quy chế làm việc của cơ quan.",
        find=_deputy_signs_as_head,
    ),
    Rule(
        "KH114",
        Severity.WARNING,
        "Ký thay mà không phải cấp phó",
        "Ký thay {head} là cấp phó, ở đây ghi {post}",
        why="Người ký thay người đứng đầu là cấp phó của người ấy.",
        wrong=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Giám đốc, ky_thay: Chủ tịch}\n",
        right=_SIGNER + "{ho_ten: Nguyễn Văn An, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}\n",
        fix="sửa chuc_vu, hoặc dùng thua_lenh, thua_uy_quyen thay cho ky_thay",
        clause="Nghị định 30/2020/NĐ-CP, Điều 13",
        limits="Không biết ai được giao phụ trách.",
        find=_stands_in_without_being_deputy,
    ),
    Rule(
        "KH115",
        Severity.WARNING,
        "Thay mặt cơ quan khác",
        "Người ký thay mặt {body}: {why}",
        why="TM. ghi trước tên tập thể lãnh đạo hoặc tên cơ quan ban hành làm việc theo chế độ "
        "tập thể.",
        wrong=f"{_HEAD}  nguoi_ky: {{chuc_vu: Chủ tịch, thay_mat: Hội đồng nhân dân}}\n",
        right=f"{_HEAD}  nguoi_ky: {{chuc_vu: Chủ tịch, thay_mat: Ủy ban nhân dân}}\n",
        fix="ghi đúng tập thể ban hành, hoặc bỏ thay_mat khi người đứng đầu ký",
        clause=_SIGN_RULE + ".b",
        limits="Không biết cơ quan nào làm việc theo chế độ tập thể ngoài các trường hợp rõ.",
        find=_collective_of_another_issuer,
    ),
)
