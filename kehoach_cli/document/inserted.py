"""Registers placed in a section as lines: bases, targets, money told apart."""

from kehoach_cli.document.bases import bases_sentence, citation_text, ended
from kehoach_cli.document.model import Block
from kehoach_cli.document.texts import Texts, paragraph, prose
from kehoach_cli.plan.amounts import read_time
from kehoach_cli.plan.chen import Chen
from kehoach_cli.plan.filters import Amount
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.paths import BadPathError
from kehoach_cli.plan.shares import awaited_shares, shares
from kehoach_cli.plan.targets import ChiTieu
from kehoach_cli.vietnamese.text import fold

_SINCE = ("tinh ", "den ", "cuoi ", "thoi diem")
"""How a time begins, without marks, that says itself what it is."""


def inserted(chen: Chen, plan: Plan, texts: Texts) -> list[Block]:
    """A register as lines, as bullets (targets and money unless it says), or as one paragraph."""
    if chen.nguon == "can_cu":
        return _bases(chen, plan)
    lines = _target_lines(chen, plan) if chen.nguon == "chi_tieu" else _money_lines(chen, texts)
    if chen.dang == "cau":
        lines = [" ".join(lines)] if lines else []
    style = "gach_dau_dong" if chen.dang in (None, "gach_dau_dong") else "noi_dung"
    return [prose(style, texts.linked(line)) for line in lines]


def _bases(chen: Chen, plan: Plan) -> list[Block]:
    bases = plan.can_cu or []
    if chen.dang == "cau":
        return [paragraph("noi_dung", f"{bases_sentence(bases)}.")] if bases else []
    style = "gach_dau_dong" if chen.dang == "gach_dau_dong" else "noi_dung"
    return [paragraph(style, line) for line in ended([citation_text(c) for c in bases], ".")]


def _money_lines(chen: Chen, texts: Texts) -> list[str]:
    """ "Vốn đầu tư tỉnh: 24.744 triệu đồng;", the last one with a full stop.

    A line with a blank for each where no money is written yet.
    """
    try:
        known = shares(chen, texts.plan)
        found = known or awaited_shares(chen, texts.plan)
    except BadPathError as error:
        return [f"[chưa rõ: {error.name}]"]
    lines = (
        f"{share.label}: {Amount(share.amount, texts.unit, bool(known)).figure} {texts.unit.value}"
        for share in found
    )
    return ended([*lines], ".")


def _target_lines(chen: Chen, plan: Plan) -> list[str]:
    """Targets as sentences: "Hồ sơ trực tuyến: năm 2026 đạt 80%; năm 2027 đạt 90%."."""
    targets = plan.chi_tieu or []
    if chen.chon is not None:
        by_code = {target.ma: target for target in targets}
        targets = [by_code[code] for code in chen.chon if code in by_code]
    return [_target(target) for target in targets]


def _target(target: ChiTieu) -> str:
    """When it was counted and by whom stands behind the present figure, else at the end."""
    figures = target.gia_tri or {}
    known = [f"{_time(key)} {target.told(figure)}" for key, figure in figures.items()]
    now, remark = target.now, _remark(target)
    if now is not None:
        known.insert(0, f"hiện trạng {target.told(now)}{remark}")
    end = "." if now is not None else f"{remark}."
    name = (target.ten or "").rstrip(".;: ")
    return f"{name}: {'; '.join(known)}{end}" if known else f"{name}{end}"


def _remark(target: ChiTieu) -> str:
    """ " (tính đến 12/2013; nguồn: Báo cáo của Sở Nội vụ)"; "" where nothing is said."""
    when, source = target.thoi_diem or "", target.nguon_so_lieu or ""
    if when and not fold(when).startswith(_SINCE):
        when = f"tính đến {'năm ' if read_time(when) else ''}{when}"
    if source and not fold(source).startswith("nguon"):
        source = f"nguồn: {source}"
    said = "; ".join(filter(None, (when, source)))
    return f" ({said})" if said else ""


def _time(key: str) -> str:
    time = read_time(key)
    return f"năm {time} đạt" if time else key
