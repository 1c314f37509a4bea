"""Marked blanks for what no plan prints without."""

from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.imports.yaml_text import Data

_POST: dict[str, Data] = {"chuc_vu": "[điền chức vụ]"}
_NEEDED: dict[str, tuple[str, Data]] = {
    "co_quan_ban_hanh": ("cơ quan ban hành", "[điền cơ quan ban hành]"),
    "trich_yeu": ("trích yếu", "[điền trích yếu]"),
    "nguoi_ky": ("người ký", dict(_POST)),
    "noi_nhan": ("nơi nhận", ["[điền nơi nhận]"]),
}
"""What each is called, and its blank."""


def filled_in(van_ban: dict[str, Data]) -> list[Remark]:
    """Put blanks where something was not found, and tell of them."""
    lacking = [key for key in _NEEDED if not van_ban.get(key)]
    van_ban |= {key: _NEEDED[key][1] for key in lacking}
    called = [_NEEDED[key][0] for key in lacking]
    signer = van_ban["nguoi_ky"]
    if isinstance(signer, dict) and not signer.get("chuc_vu"):
        van_ban["nguoi_ky"] = {**signer, **_POST}
        called.append("chức vụ người ký")
    names = ", ".join(called)
    told = "không thấy; để chỗ [điền …] ở van_ban"
    return [Remark("văn bản", names, told)] if called else []
