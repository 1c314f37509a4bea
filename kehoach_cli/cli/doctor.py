"""`kehoach doctor`: what this machine has, what is missing, what that costs and what to do."""

import json
import platform
from collections.abc import Sequence

from kehoach_cli import __version__
from kehoach_cli.cli.machine import probes
from kehoach_cli.cli.probe import Probe, State
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit

_WORDS = {State.OK: "được", State.MISSING: "thiếu", State.BROKEN: "hỏng"}
_WIDTH = max(map(len, _WORDS.values())) + len("[]")


def run(*, as_json: bool) -> Exit:
    """Print what was found; the exit status tells whether all that is needed works."""
    found = list(probes())
    say(_as_json(found) if as_json else _as_text(found), prose=not as_json)
    is_broken = any(probe.state is State.BROKEN for probe in found)
    if not as_json:
        say(_closing(found), err=True)
    return Exit.FINDINGS if is_broken else Exit.OK


def _system() -> dict[str, str]:
    return {
        "version": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def _as_json(found: Sequence[Probe]) -> str:
    data = {**_system(), "checks": [probe._asdict() for probe in found]}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _as_text(found: Sequence[Probe]) -> str:
    version, python, system = _system().values()
    lines = [f"kehoach {version}, Python {python}, {system}", ""]
    for probe in found:
        mark = f"[{_WORDS[probe.state]}]".ljust(_WIDTH)
        lines.append(f"{mark} {probe.label}: {probe.found}")
        if probe.state is not State.OK:
            lines.append(f"{' ' * _WIDTH}   Ảnh hưởng: {probe.effect}")
            lines.append(f"{' ' * _WIDTH}   Cách làm: {probe.fix}")
    return "\n".join(lines)


def _closing(found: Sequence[Probe]) -> str:
    broken = [probe.label for probe in found if probe.state is State.BROKEN]
    if broken:
        return f"\nHỏng: {', '.join(broken)}.\nBước tiếp theo: làm theo các dòng “Cách làm” trên."
    missing = sum(probe.state is State.MISSING for probe in found)
    said = f"; {missing} thứ không bắt buộc chưa có" if missing else ""
    return f"\nMáy này dùng được kehoach{said}.\nBước tiếp theo: kehoach new"
