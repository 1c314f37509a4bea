"""Where `templates/` is: inside an installed package, or beside it in a checkout."""

from pathlib import Path

from kehoach_cli.errors import Exit, KehoachError


def templates() -> Path:
    """The folder of templates. Raises KehoachError when the installation is broken."""
    package = Path(__file__).resolve().parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "the-thuc").is_dir():
            return folder
    message = "Bản cài kehoach thiếu thư mục templates; hãy cài lại: pip install --force-reinstall"
    raise KehoachError(message, Exit.FAULT)
