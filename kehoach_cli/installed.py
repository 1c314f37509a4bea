"""Where `templates/` is: inside an installed package, or beside it in a checkout."""

import os
from functools import cache

from kehoach_cli.annotations import TYPE_CHECKING
from kehoach_cli.errors import Exit, KehoachError

if TYPE_CHECKING:
    from pathlib import Path


def templates() -> "Path":
    """The folder of templates. Raises KehoachError when the installation is broken."""
    from pathlib import Path  # which `check`, that asks for the name alone, need not import

    return Path(templates_name())


@cache
def templates_name() -> str:
    """The name of that folder. Raises KehoachError when the installation is broken."""
    package = os.path.dirname(os.path.realpath(__file__))
    for beside in (package, os.path.dirname(package)):
        folder = os.path.join(beside, "templates")
        if os.path.isdir(os.path.join(folder, "the-thuc")):
            return folder
    message = "Bản cài kehoach thiếu thư mục templates; hãy cài lại: pip install --force-reinstall"
    raise KehoachError(message, Exit.FAULT)
