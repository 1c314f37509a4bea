"""Recipients and signature, as kehoach prints them → keys of `van_ban`."""

from collections.abc import Sequence
from functools import partial

from kehoach_cli.document.layout import Layout
from kehoach_cli.document.metrics import break_balanced
from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.own.head import rejoined
from kehoach_cli.imports.pages.own_blocks import Par
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern

_MARKS = (("TM. ", "thay_mat"), ("TL. ", "thua_lenh"), ("TUQ. ", "thua_uy_quyen"),
          ("KT. ", "ky_thay"), ("Q. ", "quyen"))  # fmt: skip
_ONLINE = "Bản điện tử:"
_KEPT = pattern(r"Lưu: (?P<kept>.*?)\.(?: (?P<drafter>.*))?", 16)
_ROLE = pattern(r"(?P<name>.*\S) \((?P<role>[^()\s](?:[^()]*[^()\s])?)\)", 16)
_POST = "chuc_vu"
_MANY_WORDS = 80  # in titles of who signs: no one's
_LINES = 6  # of so many words, first or last, of which either title is
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
    into, archived = listed, False
    lines = [par for par in pars if par.style in ("noi_nhan", "noi_nhan_dong")]
    for at, par in enumerate(lines):
        kept = _KEPT.fullmatch(par.plain)
        if par.style == "noi_nhan":
            into = online if par.plain == _ONLINE else listed
        elif kept and at == len(lines) - 1:
            archived = True
            keys = {"luu_van_thu": kept["kept"] or "."} if kept["kept"] != "VT" else {}
            keys |= {"nguoi_soan": kept["drafter"]} if kept["drafter"] else {}
        elif par.plain.strip():
            into.append(_recipient(par.plain))
    if archived and not listed:  # it was typed as the one recipient
        listed = [f"Lưu: {keys.pop('luu_van_thu', 'VT')}"]
    found: dict[str, Data] = {"noi_nhan": listed, "noi_nhan_dien_tu": online}
    return {key: value for key, value in found.items() if value} | keys


def _recipient(text: str) -> Data:
    bare = text.removesuffix(";") or text
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
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        key = next((key for mark, key in _MARKS if f"{line} ".startswith(mark)), "")
        if key or not found:
            found.append((key or _POST, [line]))
        else:
            found[-1][1].append(line)
    if found and found[-1][0] not in (_POST, "quyen"):
        key, last = found.pop()
        at = _end(last, layout)
        found += [(key, last[:at]), (_POST, last[at:])]
    marks = {key: mark for mark, key in _MARKS}
    return [
        (key, _whole(said, layout).removeprefix(marks.get(key, ""))) for key, said in found if said
    ]


def _whole(lines: list[str], layout: Layout) -> str:
    return _rejoined(lines, layout) or " ".join(lines)


def _end(lines: list[str], layout: Layout) -> int:
    """How many lines the first of two titles takes: the most that both would break into."""
    # The mark of whoever is signed for may stand in a line of its own above a long title.
    least = 2 if any(f"{lines[0]} " == mark for mark, _ in _MARKS) and len(lines) > 2 else 1
    few = sum(len(line.split()) for line in lines) < _MANY_WORDS
    last = len(lines) - 1
    counts = (n for n in range(last, least, -1) if few or not _LINES < n <= last - _LINES)
    return next(
        (n for n in counts if all(_rejoined(part, layout) for part in (lines[:n], lines[n:]))),
        least,
    )


def _room(layout: Layout) -> float:
    return layout.page.text_width() - layout.signature_left - 2


def _rejoined(lines: list[str], layout: Layout) -> str:
    """The title that breaks into these lines; "" where none does."""
    width = _room(layout)
    for small in (False, True):
        size = layout.styles["quyen_han_ky"].size(small)
        broken = partial(break_balanced, width_mm=width, size_pt=size, bold=True)
        whole = rejoined(lines, width, size, broken)
        if whole:
            return whole
    return ""
