"""The words that templates may use, worked out from agency and period."""

from datetime import date
from typing import Any

from kehoach_cli.drafts.agency import Agency
from kehoach_cli.drafts.bases import bases, coming
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
        "pham_vi": _scope(agency),
        "tham_quyen": f"Giám đốc {agency.name}" if agency.level == "so" else agency.name,
        "loai_xa": _commune_kind(agency),
        **_inside(agency, roles, kind),
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


def _inside(agency: Agency, roles: dict[str, str], kind: str) -> dict[str, str]:
    """Who leads inside the agency (`dau_moi`), and who takes part (`phoi_hop`)."""
    commune = _commune_kind(agency)
    leads = {"tinh": roles["chu_tri"], "so": "Văn phòng Sở", "xa": roles["phong_xa"]}
    helps = {
        "tinh": f"Các sở, ban, ngành {kind}",
        "so": "Các phòng, đơn vị thuộc Sở",
        "xa": f"Các phòng, đơn vị thuộc {commune}",
    }
    heads = {
        "tinh": f"Chánh {roles['van_phong']}, Giám đốc {roles['chu_tri']}, Thủ trưởng các sở, "
        f"ban, ngành {kind} và các tổ chức, cá nhân có liên quan",
        "so": "Chánh Văn phòng Sở, Trưởng các phòng, đơn vị thuộc Sở",
        "xa": f"Trưởng các phòng, đơn vị thuộc {commune} và các tổ chức, cá nhân có liên quan",
    }
    asks = {
        "tinh": f"Giám đốc {roles['chu_tri']}",
        "so": "Chánh Văn phòng Sở",
        "xa": f"Trưởng {roles['phong_xa']}",
    }
    return {
        "thi_hanh": heads.get(agency.level, "Trưởng các phòng, đơn vị trực thuộc"),
        "thu_truong_dau_moi": asks.get(agency.level, "[điền thủ trưởng đơn vị đầu mối]"),
        "dau_moi": leads.get(agency.level, "[điền đơn vị đầu mối]"),
        "phoi_hop": helps.get(agency.level, "Các phòng, đơn vị trực thuộc"),
    }
