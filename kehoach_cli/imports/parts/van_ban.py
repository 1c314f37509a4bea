"""What an imported document says of itself: its head and end, and the captions of appendices."""

import re
from collections.abc import Sequence

from kehoach_cli.imports.head.lines import NUMBER
from kehoach_cli.imports.head.reading import Heading, date_of, number_of
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.parts.appendices import Appendix
from kehoach_cli.imports.parts.closing import Closing
from kehoach_cli.imports.yaml_text import Data, Noted
from kehoach_cli.patterns import pattern

_OF = pattern(r"của\s+(?P<who>[^()]+)")
_HEAD_OF = pattern(r"^(?:chủ tịch|giám đốc|bộ trưởng|hiệu trưởng)\s+", re.IGNORECASE)
"""Who signs, where the organ is meant: "của Chủ tịch Ủy ban nhân dân tỉnh"."""
_OF_CAPTION = "lấy ở dòng “(Kèm theo …)” của phụ lục"
_ORDER = (
    "co_quan_chu_quan", "co_quan_ban_hanh", "so_van_ban", "ky_hieu", "dia_danh", "ngay_ban_hanh",
    "ten_loai", "trich_yeu", "thoi_ky", "don_vi_tien",
)  # fmt: skip


def van_ban(
    heading: Heading, closing: Closing, found: Sequence[Appendix]
) -> tuple[dict[str, Data], list[Remark]]:
    """The keys of `van_ban`, and what to look at: captions fill in what the head leaves open."""
    keys: dict[str, Data] = dict(heading.keys)
    if keys.get("ten_loai") == "Kế hoạch":
        del keys["ten_loai"]
    remarks: list[Remark] = []
    place, caption = next(((one.place, one.caption) for one in found if one.caption), ("", ""))
    taken = {key: value for key, value in _told_by(caption).items() if key not in keys}
    keys |= {key: Noted(value, _OF_CAPTION) for key, value in taken.items()}
    if taken:
        told = f"dùng dòng này cho van_ban: {', '.join(taken)}; xem lại"
        remarks.append(Remark(place, caption, told))
    told = "khác số, ngày ở đầu văn bản; in theo đầu văn bản"
    remarks += [Remark(one.place, one.caption, told) for one in found if _differs(one, heading)]
    return {key: keys[key] for key in _ORDER if key in keys} | closing.keys, remarks


def _differs(item: Appendix, heading: Heading) -> bool:
    """Whether a caption names another number or date than the head."""
    told = _told_by(item.caption)
    return any(
        key in told and heading.keys.get(key, told[key]) != told[key]
        for key in ("so_van_ban", "ngay_ban_hanh")
    )


def _told_by(caption: str) -> dict[str, str]:
    """What "(Kèm theo Kế hoạch số … ngày … của …)" says of the document."""
    number = NUMBER.search(caption)
    keys = {**(number_of(number) if number else {}), **date_of(caption)}
    who = _OF.search(caption)
    if who:
        keys["co_quan_ban_hanh"] = _HEAD_OF.sub("", who["who"].strip())
    return keys
