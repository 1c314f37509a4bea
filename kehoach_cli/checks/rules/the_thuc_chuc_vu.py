"""KH144-KH146: a signer's post beside the issuer, and names of another province."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.corpus import Item, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import signers
from kehoach_cli.checks.typed import typed as typed_text
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import Muc, PhuLuc
from kehoach_cli.plan.quyet_dinh import QuyetDinh
from kehoach_cli.plan.records import Record
from kehoach_cli.plan.van_ban import NguoiKy, VanBan
from kehoach_cli.vietnamese.text import fold

_POSTS = (
    (r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) ", "chu tich", "Chủ tịch, Phó Chủ tịch"),
    (r"so (?!giao dich)", "giam doc", "Giám đốc, Phó Giám đốc"),
    (r"bo (?!chi huy|tu lenh|phan)", "truong", "Bộ trưởng, Thứ trưởng"),
)
"""The issuer, a word of the posts of those who lead it, and the posts."""
_OTHERS = ("thua_lenh", "thua_uy_quyen")
_TITLES: dict[type[Record], str] = {
    **dict.fromkeys((VanBan, QuyetDinh), "trich_yeu"),
    Plan: "loi_dan",
    Muc: "muc",
    PhuLuc: "ten",
}
_NAME = r"(?P<name>[A-ZĐ]\w*(?:[ -][A-ZĐ]\w*){0,3})"
_PROVINCE = pattern(rf"(?<!, )[Tt]ỉnh {_NAME}")
_TERRITORY = Pattern(rf"trên địa bàn tỉnh {_NAME}", needs=("trên địa bàn tỉnh ",))
_OF_PROVINCE = r"(?:tỉnh|thành phố|TP\.?) " + _NAME


def _post_of_another_body(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    issuer = (head.co_quan_ban_hanh or "") if head else ""
    for body, word, posts in _POSTS:
        if re.match(body, fold(issuer)):
            for signer in signers(subject.plan):
                yield from _strange_posts(signer, word, {"issuer": issuer, "posts": posts})


def _strange_posts(signer: NguoiKy, word: str, facts: dict[str, str]) -> Iterator[Found]:
    """The post signed with, or stood in for, that is not one of those who lead the issuer."""
    on_behalf = any(key in signer.at for key in _OTHERS)
    for key in ("ky_thay",) if on_behalf else ("chuc_vu", "ky_thay"):
        typed = typed_text(signer, key)
        if typed and typed[1].startswith("["):
            continue  # still to be filled in, which KH570 tells
        if typed and (word not in fold(typed[1]) or fold(typed[1]).startswith("pho bo truong")):
            yield part(typed[0], 0, len(typed[1]), post=typed[1], **facts)


def _deputy_for_deputy(subject: Subject) -> Iterator[Found]:
    """Who signs KT. stands in for the head; a deputy of the same post never signs TL."""
    for signer in signers(subject.plan):
        for key, sign in (("ky_thay", "KT."), ("thua_lenh", "TL.")):
            typed, post = typed_text(signer, key), fold(signer.chuc_vu or "")
            if not typed:
                continue
            other = fold(typed[1])
            if (key == "ky_thay" and other.startswith("pho ")) or (
                key == "thua_lenh" and post == f"pho {other}"
            ):
                facts = {"sign": sign, "other": typed[1], "post": signer.chuc_vu or ""}
                yield part(typed[0], 0, len(typed[1]), **facts)


def _another_province(subject: Subject) -> Iterator[Found]:
    head = subject.plan.van_ban
    match = re.search(_OF_PROVINCE, head.co_quan_ban_hanh or "") if head else None
    if match is None or head is None:
        return
    own, corpus = fold(match["name"]), subject.corpus
    known = f"{own} {fold(head.dia_danh or '')}"
    places = [*_TERRITORY.search(corpus)]
    for item in filter(_is_title, corpus.items):
        places += _PROVINCE.finditer(corpus.text, item.start, item.start + len(item.scalar.value))
    places = [place for place in places if not _is_past(corpus.text, place.start())]
    seen: set[int] = set()
    for place in sorted(places, key=re.Match.start):
        name = place["name"]
        other = fold(name) not in known and not fold(name).startswith(own)
        if other and place.start("name") not in seen:
            seen.add(place.start("name"))
            facts = {"name": name, "own": match["name"]}
            yield Found(corpus.span(*place.span("name")), facts)


def _is_title(item: Item) -> bool:
    return item.key == _TITLES.get(type(item.record))


def _is_past(text: str, start: int) -> bool:
    """Whether the line tells of other places on purpose: trước sắp xếp, kinh nghiệm của …"""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return any(word in line.lower() for word in ("trước sắp xếp", "kinh nghiệm", "của ủy ban"))


_HEAD = "van_ban:\n  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Lào Cai\n"
_SIGNER = _HEAD + "  nguoi_ky: "
_SIGN_RULE = "Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II.7.b"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH144",
        Severity.WARNING,
        "Tên tỉnh khác",
        "Ở đây ghi {name}, cơ quan ban hành ở {own}",
        why="Chép kế hoạch của tỉnh bạn rất dễ sót tên tỉnh.",
        wrong=_HEAD + "loi_dan: Áp dụng trên địa bàn tỉnh Kiên Giang.\n",
        right=_HEAD + "loi_dan: Áp dụng trên địa bàn tỉnh Lào Cai.\n",
        fix="sửa thành {own}, nếu không cố ý nói tỉnh khác",
        limits="Chỉ xét trích yếu, tiêu đề, tên phụ lục và sau chữ “trên địa bàn”.",
        find=_another_province,
    ),
    Rule(
        "KH145",
        Severity.WARNING,
        "Chức vụ không phải của cơ quan ban hành",
        "{post} không phải chức vụ của người đứng đầu {issuer}",
        why="Người ký là người đứng đầu hoặc cấp phó của cơ quan ban hành.",
        wrong=_SIGNER + "{ho_ten: Trần A, chuc_vu: Giám đốc}\n",
        right=_SIGNER + "{ho_ten: Trần A, chuc_vu: Chủ tịch}\n",
        fix="ghi {posts}; ký thừa lệnh, thừa ủy quyền thì ghi thua_lenh, thua_uy_quyen",
        clause=_SIGN_RULE,
        limits="Chỉ biết chức vụ của Ủy ban nhân dân, Hội đồng nhân dân, sở và bộ.",
        find=_post_of_another_body,
    ),
    Rule(
        "KH146",
        Severity.WARNING,
        "Ký thay, thừa lệnh sai người",
        "{sign} {other} không đi với {post}",
        why="Cấp phó ký thay (KT.) người đứng đầu; thừa lệnh (TL.) là của người đứng đầu đơn vị "
        "thuộc cơ quan.",
        wrong=_SIGNER + "{ho_ten: Trần A, chuc_vu: Phó Chủ tịch, thua_lenh: Chủ tịch}\n",
        right=_SIGNER + "{ho_ten: Trần A, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}\n",
        fix="ghi ky_thay với chức vụ của người đứng đầu",
        clause=_SIGN_RULE,
        limits="Không biết ai được ủy quyền.",
        find=_deputy_for_deputy,
    ),
)
