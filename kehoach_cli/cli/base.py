"""`--mau-docx`: a department's own Word file, and what is said about it."""

from pathlib import Path

from kehoach_cli.cli.reading import open_input
from kehoach_cli.document.docx.base import Base, read_base
from kehoach_cli.document.docx.base_parts import MAX_FILE, BadBaseError
from kehoach_cli.document.layout import Layout
from kehoach_cli.document.model import Document
from kehoach_cli.errors import KehoachError

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_NAMED = 6  # styles named in a sentence


def load_base(name: str, layout: Layout) -> Base:
    """The base at a path. Raises KehoachError, one sentence a fault."""
    with open_input(Path(name), MAX_FILE, "mẫu .docx") as file:
        try:
            return read_base(file, layout)
        except BadBaseError as error:
            raise KehoachError(
                f"Không dùng được mẫu {name}: {error.reason}; hãy mở tệp trong Word và lưu lại "
                "thành .docx."
            ) from error


def remarks(name: str, base: Base, document: Document, layout: Layout) -> list[str]:
    """What of the base was not taken over, a sentence a kind."""
    missing = base.missing(document, layout)
    said = []
    if missing:
        said.append(f"Mẫu {name} không có {_listed(missing)}; các kiểu ấy in theo thể thức.")
    if base.unlawful:
        sides = ", ".join(f"{_SIDES[side]} {_figure(mm)} mm" for side, mm in base.unlawful.items())
        said.append(f"Lề của mẫu {name} ngoài quy định ({sides}); in theo lề của thể thức.")
    if base.ignored:
        said.append(f"Bỏ qua trong mẫu {name}: {', '.join(base.ignored)}.")
    return said


def _figure(millimetres: float) -> str:
    return f"{millimetres:g}".replace(".", ",")


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"kiểu {shown}" + (f" và {more} kiểu khác" if more > 0 else "")
