"""Địa danh: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4.a."""

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.text import fold

_KINDS = "tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu"
UNIT = pattern(rf"(?:^|[\s,])((?i:{_KINDS}))\s+([^\W\d_a-z].*?)(?=,|\s(?i:{_KINDS})\s|$)")
"""An administrative unit: its kind, and a name that begins with a capital."""

_NAMED_CITIES = ("ho chi minh",)
"""Cities named after a person keep the generic word, with a capital (PL II, Mục III.1.c)."""


def place_of(van_ban: VanBan) -> str:
    """As given, else the unit that the issuer's name ends with; "" when neither tells."""
    if van_ban.dia_danh:
        return van_ban.dia_danh
    for name in (van_ban.co_quan_ban_hanh, van_ban.co_quan_chu_quan):
        match = UNIT.search(" ".join((name or "").split()))
        if match:
            unit = match[2].title() if match[2].isupper() else match[2]
            return f"Thành phố {unit}" if fold(unit) in _NAMED_CITIES else unit
    return ""
