"""README's table of speed, from the results of one run."""

import os
import re
from datetime import datetime
from pathlib import Path

from measure import Result

README = Path(__file__).resolve().parent.parent / "README.md"
_PLACE = re.compile("(?<=<!-- bench:begin -->\n).*?(?=<!-- bench:end -->)", re.DOTALL)
_NAMES = {"bare": "chỉ nối và nén đúng chuỗi ấy"}
_HEAD = """\
Đo ngày {day}. {machine}.
{load}Cả tiến trình, giây CPU, trung vị của các lần xen kẽ; trong ngoặc: bằng mấy lần bên ấy.

| Việc | kehoach | bên cạnh |
|---|---|---|
"""


def fill(results: list[Result], machine: str) -> None:
    """Write the table into README."""
    page = README.read_text(encoding="utf-8")
    day = f"{datetime.now().astimezone():%d/%m/%Y}"
    made = _HEAD.format(day=day, machine=machine, load=_load()) + "".join(map(_row, results))
    README.write_text(_PLACE.sub(lambda _: made, page), encoding="utf-8")


def _load() -> str:
    """How busy the machine was, where the system tells."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"Trong lúc đo, trung bình {_decimal(os.getloadavg()[2], 1)} việc chờ bộ xử lý. "


def _row(result: Result) -> str:
    peak = result.peak(result.ours)
    ours = _seconds(result.cost(result.ours)) + (f", {peak:.0f} MB" if peak else "")
    others = "; ".join(
        f"{_named(peer)} {_seconds(result.cost(peer))} (**{_decimal(result.ratio(peer), 2)}**)"
        for peer in result.peers
    )
    return f"| {result.label} | {ours} | {others} |\n"


def _named(peer: str) -> str:
    """A peer; a smaller case of ours is named by its size."""
    return f"{peer.replace(',', '.')}:" if peer[0].isdigit() else _NAMES.get(peer, peer)


def _seconds(value: float) -> str:
    return f"{_decimal(value, 3 if value < 1 else 2)} s"


def _decimal(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")
