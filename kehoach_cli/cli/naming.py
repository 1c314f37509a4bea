"""Names of output files made by a pattern: `ra/{nam}/{co_quan:khong_dau}`."""

from collections.abc import Callable
from pathlib import Path

from kehoach_cli.cli.load import load
from kehoach_cli.cli.reading import STDIN
from kehoach_cli.document.decision import as_document
from kehoach_cli.document.naming import full_number, symbol, type_name
from kehoach_cli.document.texts import filled
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.dates import PartialDate
from kehoach_cli.vietnamese.text import nfc, to_identifier

PLAIN = "khong_dau"
"""`{co_quan:khong_dau}`: small letters without marks, with dashes."""

SUFFIX = "duoi"
_HOLE = pattern(r"\{([^{}]*)\}")
_UNFIT = pattern(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST = 80  # letters of a value: names of files have at most 255 bytes


class NamePattern:
    """A pattern that was looked at. Raises KehoachError for a value that there is none of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: list[str] = []
        for hole in _HOLE.findall(text):
            key, _, form = hole.partition(":")
            if key not in (*_OF_FILE, *_OF_PLAN, SUFFIX) or form not in ("", PLAIN):
                known = ", ".join(f"{{{name}}}" for name in (*_OF_FILE, *_OF_PLAN, SUFFIX))
                raise KehoachError(f"Mẫu tên tệp ra không có {{{hole}}}; dùng: {known}.")
            self.keys.append(key)

    @property
    def needs_plan(self) -> bool:
        """Whether a name depends on what stands in the plan."""
        return any(key in _OF_PLAN for key in self.keys)

    def path(self, name: str, suffix: str) -> Path:
        """Where a plan goes. Raises KehoachError where it lacks a value, or cannot be read."""
        values = {key: of(name) for key, of in _OF_FILE.items()} | {SUFFIX: suffix.lstrip(".")}
        if self.needs_plan:
            values |= _values(name)
        lacking = next((key for key in self.keys if not values[key]), None)
        if lacking:
            raise KehoachError(
                f"{name} không có {_OF_PLAN.get(lacking, lacking)}, mà tên tệp ra cần "
                f"{{{lacking}}}; hãy ghi vào kế hoạch, hoặc đổi -o."
            )
        made = _HOLE.sub(lambda hole: _value(hole[1], values), self.text)
        return Path(made if made.casefold().endswith(suffix) else made + suffix)


def _value(hole: str, values: dict[str, str]) -> str:
    key, _, form = hole.partition(":")
    return to_identifier(values[key]).replace("_", "-") if form == PLAIN else values[key]


def _folder(levels: int) -> Callable[[str], str]:
    def name_of(name: str) -> str:
        above = [*Path(name).resolve().parents][levels:]
        return above[0].name if above else ""

    return name_of


_OF_FILE: dict[str, Callable[[str], str]] = {
    "ten": lambda name: "ke-hoach" if name == STDIN else Path(name).stem,
    "thu_muc": _folder(0),
    "thu_muc_cha": _folder(1),
}
_OF_PLAN = {
    "so": "số văn bản",
    "ky_hieu": "ký hiệu",
    "so_ky_hieu": "số văn bản",
    "loai": "tên loại",
    "ngay": "ngày ban hành",
    "nam": "thời kỳ, ngày ban hành",
    "co_quan": "cơ quan ban hành",
    "dia_danh": "địa danh",
    "trich_yeu": "trích yếu",
}
"""Each with what a plan lacks where it is empty."""


def _values(name: str) -> dict[str, str]:
    """What stands in a plan, fit for names of files. Raises KehoachError for an unread one."""
    reading = load(name).reading
    if reading.plan is None:
        raise KehoachError(f"Không đọc được kế hoạch {name}.", Exit.FINDINGS)
    plan = filled(reading.plan, reading.unit)
    van_ban = _issued(plan)
    period = plan.van_ban and plan.van_ban.thoi_ky
    years = dict.fromkeys((period.start, period.end)) if period else {}
    date = van_ban.ngay_ban_hanh
    found = {
        "so": van_ban.so_van_ban,
        "ky_hieu": symbol(van_ban) if van_ban.co_quan_ban_hanh else "",
        "so_ky_hieu": full_number(van_ban) if van_ban.so_van_ban else "",
        "loai": type_name(van_ban),
        "ngay": _iso(date) if date else "",
        "nam": "-".join(map(str, years)) or (str(date.year) if date else ""),
        "co_quan": van_ban.co_quan_ban_hanh,
        "dia_danh": van_ban.dia_danh,
        "trich_yeu": van_ban.trich_yeu,
    }
    return {key: _fit(value or "") for key, value in found.items()}


def _issued(plan: Plan) -> VanBan:
    """What bears the number: the decision where the plan is issued by one, else the plan."""
    van_ban = plan.van_ban or VanBan()
    if plan.quyet_dinh is None or van_ban.so_van_ban:
        return van_ban
    return as_document(plan.quyet_dinh, van_ban)


def _iso(date: PartialDate) -> str:
    return "-".join(f"{part:02d}" for part in (date.year, date.month, date.day) if part)


def _fit(text: str) -> str:
    """A text as a part of a file's name on every system."""
    return _UNFIT.sub("-", " ".join(nfc(text).split()))[:_LONGEST].strip(" .")
