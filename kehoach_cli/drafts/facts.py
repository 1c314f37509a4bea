"""The words that templates may use, worked out from agency and period."""

from datetime import date
from typing import Any

from kehoach_cli.drafts.agency import Agency
from kehoach_cli.drafts.bases import bases, coming
from kehoach_cli.plan.dia_danh import place_of
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.periods import Period

_HIGHER = "[điền văn bản của cấp trên mà kế hoạch này thực hiện]"
_DIGITAL = 2021
"""First year of plans on “chuyển đổi số”: Quyết định số 749/QĐ-TTg ngày 03/6/2020."""


def first_day(period: Period) -> date:
    """The day that a draft is judged at, as `check` does."""
    return date(period.start, 1, 1)


def facts(agency: Agency, period: Period) -> dict[str, Any]:
    """Every name of the templates but the values that a person gave."""
    city = agency.province is not None and agency.province.is_city
    kind = "thành phố" if city else "tỉnh"
    roles = _bodies(first_day(period), kind)
    return {
        **_times(period),
        **roles,
        "cap_duoi": roles["cap_duoi_thanh_pho" if city else "cap_duoi"],
        "co_quan": agency.name,
        "cap": agency.level,
        "cap_tinh": kind,
        "co_dia_danh": bool(place_of(VanBan(co_quan_ban_hanh=agency.name))),
        "pham_vi": _scope(agency),
        "loai_xa": _commune_kind(agency),
        "can_cu_de_xuat": [*bases(period), _HIGHER],
        "can_cu_sap_co": coming(period),
    }


def _times(period: Period) -> dict[str, Any]:
    length = len(period.years)
    before = period.start - length
    several = length > 1
    return {
        "nam": period.start,
        "cac_nam": list(period.years),
        "nhieu_nam": several,
        "so_ky": f"{period.start}-{period.end}" if several else str(period.start),
        "chu_de": "ứng dụng công nghệ thông tin" if period.start < _DIGITAL else "chuyển đổi số",
        "ky": f"giai đoạn {period.start}-{period.end}" if several else f"năm {period.start}",
        "ky_truoc": f"giai đoạn {before}-{period.start - 1}" if several else f"năm {before}",
    }


def _bodies(day: date, kind: str) -> dict[str, str]:
    """Who does what on a day: of each role the latest body that had begun."""
    return {
        role: name.replace("{tinh}", kind)
        for role, since, name in entries("plan_bodies")
        if date.fromisoformat(since) <= day
    }


def _scope(agency: Agency) -> str:
    """What a title says of whose plan it is: "tỉnh Lào Cai", "của Sở Y tế"."""
    if agency.unit:
        return agency.unit
    return f"của {agency.name}"


def _commune_kind(agency: Agency) -> str:
    """xã, phường, đặc khu or thị trấn; "xã" for an agency that is none."""
    first = agency.unit.split() if agency.level == "xa" else ["xã"]
    return " ".join(first[:2] if first[0] in ("đặc", "thị") else first[:1]).lower()
