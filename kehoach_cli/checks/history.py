"""Whether a sentence speaks of what was: then a body that is no more is named rightly in it."""

import re

from kehoach_cli.checks.corpus import Item
from kehoach_cli.checks.subject import Subject
from kehoach_cli.plan.van_ban import CanCu

_PAST_ROLES = frozenset(("hien_trang", "can_cu", "ket_qua"))
_PAST_WORDS = (
    *(
        "trước đây",
        "cũ)",
        " cũ",
        "(nguyên ",
        "sáp nhập",
        "hợp nhất",
        "trước khi",
        "tiền thân",
        "nguyên là",
    ),
    *("kế thừa", "tiếp nhận", "chuyển giao", "trước ngày", "đã ", "bỏ cấp", "kết thúc hoạt động"),
    *("nguyên sở", "nguyên bộ", "nguyên phòng", "nguyên huyện", "nguyên tỉnh", "nguyên ủy ban"),
    *("không tổ chức", "không còn", "thay cho", "thay thế", "thành lập", "đổi tên", "chuyển từ"),
)
_NUMBER = r"[0-9]+[a-zđ]?(?:/[0-9]{4})?[/-][A-ZĐ][A-Za-zĐđ]*[/-][A-ZĐ]"


def tells_the_past(subject: Subject, item: Item, start: int, end: int) -> bool:
    """Whether a body at these offsets of the corpus is named as it was then.

    In a legal basis, in the part on the present state, as issuer of a cited document, in a
    sentence whose years are all over, beside a word such as "trước đây".
    """
    if isinstance(item.record, CanCu) or item.key == "quyet_dinh_dau_tu":
        return True
    if subject.roles.get(id(item.record)) in _PAST_ROLES:
        return True
    before, sentence = _sentence(subject.corpus.value(item), start - item.start, end - item.start)
    if any(word in sentence.lower() for word in _PAST_WORDS):
        return True
    if re.search(_NUMBER, before) and re.search(r"của [^,;]{0,40}$", before):
        return True
    years = [int(year) for year in re.findall(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9])", sentence)]
    return bool(years) and subject.date is not None and max(years) < subject.date.year


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence around a stretch: what is before the stretch, and all of it."""
    first = max(text.rfind(stop, 0, start) for stop in ("\n", ". ", "; ")) + 1
    ends = [at for stop in ("\n", ". ", "; ") if (at := text.find(stop, end)) >= 0]
    return text[first:start], text[first : min(ends, default=len(text))]
