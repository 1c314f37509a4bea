"""Agencies as plans name them in "chủ trì", "phối hợp": told apart and compared loosely."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.vietnamese.text import fold, small_letters

_HEADS = (
    "Sở|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Văn phòng|VP|Công an|Ban|Bộ|BCH|Các|Phòng|Trung tâm|TT"
    "|Cục|Chi cục|Thanh tra|Viện|Trường|Tập đoàn|Hội|Liên minh|Kho bạc|Bảo hiểm|Đài|Báo|Tỉnh"
    "|Mặt trận|Doanh nghiệp|VNPT|Viettel|Ngân hàng|Tòa án|Toà án|Liên đoàn|Hiệp hội"
)
_FULL = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "vp": "van phong",
    "vpub": "van phong",
    "tt&tt": "thong tin va truyen thong",
    "tttt": "thong tin va truyen thong",
    "kh&cn": "khoa hoc va cong nghe",
    "khcn": "khoa hoc va cong nghe",
    "kh&dt": "ke hoach va dau tu",
    "khdt": "ke hoach va dau tu",
    "gd&dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
    "nn&ptnt": "nong nghiep va phat trien nong thon",
    "ptnt": "phat trien nong thon",
    "tp.": "thanh pho",
    "tp": "thanh pho",
    "tn&mt": "tai nguyen va moi truong",
}
_SHORT = pattern(rf"\b(?:{'|'.join(_FULL).replace('&', ' ?& ?').replace('.', '[.]')})(?!\w)")
_BETWEEN = pattern(
    rf"\s*[;\n]\s*|\s*,\s+(?=(?:{_HEADS})\b)|\s+và\s+(?=(?:Sở|Công an|Phòng|Ban|Bộ|Các)\b)"
)
_GENERIC = pattern(r"(?:cac|nhung|moi|tung|so, ban|ban, nganh|co quan|don vi|lien quan)\b")
LEADS, PARTNERS = "chủ trì", "phối hợp"
_TYPED = {what: pattern(rf"{what}\s*:\s*([^\n]+)") for what in (LEADS, PARTNERS)}
_FIELDS = ("ten", "muc_tieu", "ghi_chu", "hang_muc", "quy_mo")


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """The name of an agency for comparing: folded, written out, notes in brackets left out."""
    found = fold(text)
    if "(" in found:
        found = re.sub(r"\([^)]*\)", "", found)
    found = found.strip(" .,;:-*")
    found = _SHORT.sub(lambda match: _FULL[match[0].replace(" ", "")], found)
    return " ".join(found.split())


def agencies_in(text: str) -> list[tuple[str, int, int]]:
    """The agencies of a list with their offsets in it."""
    found, start = [], 0
    for match in [*_BETWEEN.finditer(text), None]:
        end = match.start() if match else len(text.rstrip())
        if text[start:end].strip():
            found.append((text[start:end], start, end))
        start = match.end() if match else end
    return found


def is_general(name: str) -> bool:
    """Whether a name, made plain, is a whole class: "các sở, ban, ngành"."""
    return _GENERIC.match(name) is not None


def stated(item: DuAn, what: str) -> Iterator[tuple[Scalar, int, int]]:
    """Where a project names who leads or helps: its own fields, or a line "Chủ trì: …"."""
    for key in ("chu_tri", "chu_dau_tu") if what == LEADS else ("phoi_hop",):
        node = item.at.get(key)
        if isinstance(node, Scalar):
            yield node, 0, len(node.value)
    for key in _FIELDS:
        node = item.at.get(key)
        if isinstance(node, Scalar) and what in (text := small_letters(node.value)):
            for match in _TYPED[what].finditer(text):
                yield node, *match.span(1)
