"""What stands beside a plan or comes with the program: layout law, the unit's profile."""

import os
from functools import lru_cache

from kehoach_cli.annotations import TYPE_CHECKING
from kehoach_cli.cli.beside import is_inside
from kehoach_cli.cli.reading import is_file, read_input, same_file
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.source.text import Source

if TYPE_CHECKING:
    from kehoach_cli.document.layout import Layout

PROFILE = "kehoach.yaml"
DEFAULT_LAYOUT = "nd30-2020"


@lru_cache(maxsize=8)
def layout(name: str | None = None) -> "Layout":
    """A profile of layout law, read once in a run. Raises KehoachError for a name that is none."""
    from kehoach_cli.document.layout import read_layout  # only what prints needs it

    folder = templates() / "the-thuc"
    known = sorted(path.stem for path in folder.glob("*.toml"))
    wanted = name or DEFAULT_LAYOUT
    if wanted not in known:
        said = f"Không có thể thức “{wanted}”; the_thuc là một trong: {', '.join(known)}."
        raise KehoachError(said, Exit.FINDINGS)
    return read_layout(folder / f"{wanted}.toml")


def find_profile(plan: str) -> Source | None:
    """The unit's profile: beside the plan, else in the user's configuration folder.

    Raises KehoachError where the one beside the plan is a link out of its folder: a plan from
    elsewhere would show what such a file holds.
    """
    folders = [] if plan == "-" else [os.path.dirname(plan)]
    for folder in folders:
        path = os.path.join(folder, PROFILE)
        if is_file(path) and not is_inside(path, folder):
            raise KehoachError(
                f"{path} là liên kết ra ngoài thư mục của kế hoạch nên không được đọc; "
                "hãy chép tệp ấy vào thư mục."
            )
    for folder in (*folders, configuration()):
        path = os.path.join(folder, PROFILE)
        if is_file(path) and not (plan != "-" and same_file(path, plan)):
            return read_input(path)
    return None


def configuration() -> str:
    """%APPDATA%\\kehoach on Windows, $XDG_CONFIG_HOME/kehoach elsewhere."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return os.path.join(base or os.path.expanduser("~/.config"), "kehoach")
