"""Recipients and signature, as kehoach prints them → keys of `van_ban`."""

from collections.abc import Sequence

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import break_balanced
from kehoach_cli.imports.names import Names
from kehoach_cli.imports.own.blocks import Par
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern

_MARKS = (("TM. ", "thay_mat"), ("TL. ", "thua_lenh"), ("TUQ. ", "thua_uy_quyen"),
          ("KT. ", "ky_thay"), ("Q. ", "quyen"))  # fmt: skip
_ONLINE = "Bản điện tử:"
_KEPT = pattern(r"Lưu: (?P<kept>.*?)\.(?: (?P<drafter>.*))?", 16)
_ROLE = pattern(r"(?P<name>.*\S) \((?P<role>[^()]+)\)", 16)
END = ("noi_nhan", "noi_nhan_dong", "quyen_han_ky", "nguoi_ky")


def closing_keys(pars: Sequence[Par], names: Names, layout: Layout) -> dict[str, Data]:
    """Who signs and who receives."""
    signer = _signer(pars, names, layout)
    keys: dict[str, Data] = {"nguoi_ky": signer} if signer else {}
    return keys | recipient_keys(pars)


def recipient_keys(pars: Sequence[Par]) -> dict[str, Data]:
    """The recipients, the archive line apart."""
    listed: list[Data] = []
    online: list[Data] = []
    keys: dict[str, Data] = {}
    into = listed
    lines = [par for par in pars if par.style in ("noi_nhan", "noi_nhan_dong")]
    for at, par in enumerate(lines):
        kept = _KEPT.fullmatch(par.plain)
        if par.style == "noi_nhan":
            into = online if par.plain == _ONLINE else listed
        elif kept and at == len(lines) - 1:
            keys = {"luu_van_thu": kept["kept"]} if kept["kept"] != "VT" else {}
            keys |= {"nguoi_soan": kept["drafter"]} if kept["drafter"] else {}
        elif par.plain.strip("; "):
            into.append(_recipient(par.plain))
    found: dict[str, Data] = {"noi_nhan": listed, "noi_nhan_dien_tu": online}
    return {key: value for key, value in found.items() if value} | keys


def _recipient(text: str) -> Data:
    bare = text.removesuffix(";")
    match = _ROLE.fullmatch(bare)
    name, role = (match["name"], match["role"]) if match else (bare, "")
    places: list[Data] = [place.removesuffix(",") for place in name.split("\n")]
    who: Data = places if len(places) > 1 else places[0]
    if role:
        return {"ten": who, "vai_tro": role}
    return {"ten": who} if isinstance(who, list) else who


def _signer(pars: Sequence[Par], names: Names, layout: Layout) -> dict[str, Data]:
    lines = [par.plain for par in pars if par.style == "quyen_han_ky" and par.plain.strip()]
    whole = [par.plain for par in pars if par.style == "nguoi_ky" and par.plain.strip()]
    signer: dict[str, Data] = {}
    for key, title in _titles(lines, layout):
        if key == "quyen":
            signer |= {"quyen": "có", "chuc_vu": names.cased(title)}
        else:
            signer[key] = names.cased(title)
    return {**signer, "ho_ten": whole[0]} if whole and signer else signer


def _titles(lines: list[str], layout: Layout) -> list[tuple[str, str]]:
    """The titles with their keys; one may take several lines, as it would be broken anew."""
    if not lines:
        return []
    mark, key = next(((m, k) for m, k in _MARKS if lines[0].startswith(m)), ("", "chuc_vu"))
    for count in range(len(lines), 0, -1):
        title = " ".join(lines[:count])
        if count > 1 and not _breaks_so(title, lines[:count], layout):
            continue
        if any(line.startswith(m) for line in lines[1:count] for m, _ in _MARKS):
            continue
        rest = _titles(lines[count:], layout)
        has_post = any(one in ("chuc_vu", "quyen") for one, _ in rest)
        is_post = key in ("chuc_vu", "quyen")
        if (is_post and not rest) or (not is_post and has_post):
            return [(key, title.removeprefix(mark)), *rest]
    return [(key, " ".join(lines).removeprefix(mark))]


def _breaks_so(title: str, lines: list[str], layout: Layout) -> bool:
    width = layout.page.text_width() - layout.signature_left - 2
    sizes = (layout.styles["quyen_han_ky"].size(small) for small in (False, True))
    return any(break_balanced(title, width, size, bold=True) == lines for size in sizes)
