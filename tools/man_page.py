"""The man page of kehoach, written from its commands: `python -m tools.man_page`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from kehoach_cli import __version__
from kehoach_cli.cli.command_tree import Described, Parameter, described
from kehoach_cli.cli.commands import program

PAGE = Path(__file__).parent.parent / "man" / "kehoach.1"

_EXITS = {
    "0": "xong, kể cả khi còn cảnh báo",
    "1": "đã đọc được tệp và có lỗi; doctor: có thứ cần thiết bị hỏng",
    "2": "dùng lệnh sai, không có tệp, không ghi được, thiếu mục bắt buộc",
    "3": "lỗi của chương trình",
    "130": "dừng bằng Ctrl-C",
}
_FILES = {
    "kehoach.yaml": "hồ sơ đơn vị, cạnh kế hoạch hoặc trong ~/.config/kehoach (%APPDATA%\\kehoach)",
    "~/.local/state/kehoach": "bản cũ của các tệp mà fill, check --fix đã ghi, cho kehoach undo",
}
_EXAMPLES = (
    'kehoach new --mau ke-hoach-xa --co-quan "UBND xã Bát Xát, tỉnh Lào Cai" --thoi-ky 2026',
    "kehoach check ke-hoach-xa-2026.yaml",
    "kehoach fill ke-hoach-xa-2026.yaml",
    "kehoach render ke-hoach-xa-2026.yaml --draft",
)


def man_page() -> str:
    """The page, as roff in UTF-8."""
    whole, *commands = described(program())
    lines = [
        f'.TH KEHOACH 1 "" "kehoach {__version__}" "Lệnh của người dùng"',
        *_section("TÊN", [f"kehoach \\- {_text(whole.help)}"]),
        *_section("CÁCH DÙNG", [".B kehoach", "[TÙY CHỌN] LỆNH …"]),
        *_section("TÙY CHỌN", _options(whole)),
        *_section("CÁC LỆNH", [line for command in commands for line in _command(command)]),
        *_section("MÃ THOÁT", _listed(_EXITS)),
        *_section("TỆP", _listed(_FILES)),
        *_section("BIẾN MÔI TRƯỜNG", _listed({"KEHOACH_DEBUG": "in đủ chi tiết khi có lỗi"})),
        *_section("VÍ DỤ", [".nf", *map(_text, _EXAMPLES), ".fi"]),
    ]
    return "\n".join(lines) + "\n"


def _section(name: str, lines: list[str]) -> list[str]:
    return [f".SH {name}", *lines]


def _command(command: Described) -> Iterator[str]:
    takes = " ".join(_shown(argument) for argument in command.arguments)
    yield f'.SS "kehoach {_text(command.name)} [TÙY CHỌN] {_text(takes)}"'
    yield _text(command.help)
    for argument in command.arguments:
        yield from _item(_text(argument.takes), argument.help)
    yield from _options(command)
    yield from (".PP", f"Ví dụ: \\fB{_text(command.example)}\\fR")


def _shown(argument: Parameter) -> str:
    return argument.takes if argument.required else f"[{argument.takes}]"


def _options(command: Described) -> list[str]:
    lines = []
    for option in command.options:
        names = ", ".join(f"\\fB{_text(name)}\\fR" for name in option.names)
        lines += _item(
            f"{names} \\fI{_text(option.takes)}\\fR" if option.takes else names, option.help
        )
    return lines


def _listed(told: dict[str, str]) -> list[str]:
    return [line for name, meaning in told.items() for line in _item(_text(name), meaning)]


def _item(name: str, meaning: str) -> list[str]:
    return [".TP", name, _text(meaning)]


def _text(text: str) -> str:
    """A text as roff reads it: dashes that can be typed again, nothing taken for a request."""
    plain = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace('"', "\\(dq")
    )
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
