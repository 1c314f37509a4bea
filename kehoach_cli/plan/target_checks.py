"""Figures of targets that cannot be worked out, or that say another result than their parts."""

from collections.abc import Iterator

from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.targets import PARTS, ChiTieu, SoLieu
from kehoach_cli.source.faults import Fault
from kehoach_cli.vietnamese.ratios import fits


def check_targets(plan: Plan) -> Iterator[Fault]:
    """The faults of every figure that has parts."""
    for target in plan.chi_tieu or ():
        for _, figure in target.figures():
            if figure.has_parts:
                yield from _check(target, figure)


def _check(target: ChiTieu, figure: SoLieu) -> Iterator[Fault]:
    ratio = target.ratio(figure)
    if ratio is None:
        yield from _undivided(figure)
    elif figure.gia_tri and not fits(figure.gia_tri, ratio):
        facts = {"text": figure.gia_tri, "ratio": str(ratio)}
        yield Fault("KH044", figure.span("gia_tri"), facts)


def _undivided(figure: SoLieu) -> Iterator[Fault]:
    """Why nothing can be divided; a part that could not be read was told where it stands."""
    names = {"tu_so": "tử số", "mau_so": "mẫu số"}
    for key in PARTS:
        if key not in figure.at:
            yield Fault("KH043", figure.span(), {"reason": f"thiếu {names[key]} ({key})"})
    if figure.mau_so is not None and not figure.mau_so.number:
        yield Fault("KH043", figure.span("mau_so"), {"reason": "mẫu số bằng 0"})
