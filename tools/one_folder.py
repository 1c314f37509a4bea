"""kehoach as one folder that needs no Python: `python -m tools.one_folder FOLDER`.

PyInstaller puts this Python, the libraries and the templates into FOLDER/kehoach; it makes a
program for the system that it runs on, so the one for Windows is made on Windows.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent

_ENTRY = """\
from kehoach_cli.cli.app import main

if __name__ == "__main__":
    main()
"""
_UNUSED = ("tkinter", "unittest", "pydoc_data", "setuptools", "pip", "PIL")


def command(entry: Path, work: Path, out: Path) -> list[str]:
    """What PyInstaller is told."""
    data = f"{ROOT / 'templates'}{os.pathsep}{Path('kehoach_cli') / 'templates'}"
    options = ["--noconfirm", "--clean", "--onedir", "--console", "--name", "kehoach"]
    folders = ["--distpath", str(out), "--workpath", str(work), "--specpath", str(work)]
    package = ["--paths", str(ROOT), "--collect-submodules", "kehoach_cli"]
    package += ["--collect-data", "kehoach_cli", "--add-data", data]
    unused = [word for name in _UNUSED for word in ("--exclude-module", name)]
    return [
        *(sys.executable, "-m", "PyInstaller", "--log-level", "WARN"),
        *options,
        *folders,
        *package,
        *unused,
        str(entry),
    ]


def make(out: Path) -> Path:
    """Make the folder; its path. Raises CalledProcessError where PyInstaller fails."""
    with tempfile.TemporaryDirectory(prefix="kehoach-don-goi-") as folder:
        entry = Path(folder) / "kehoach_entry.py"
        entry.write_text(_ENTRY, encoding="utf-8")
        subprocess.run(command(entry, Path(folder), out.resolve()), check=True)
    return out / "kehoach"


def tried(folder: Path) -> str:
    """What the program says of a plan that it made, checked and printed, with no Python about.

    Raises CalledProcessError where a command ends with anything but 0.
    """
    program = (folder / "kehoach").resolve()
    plan = "ke-hoach-xa-2026.yaml"
    agency = "UBND xã Bát Xát, tỉnh Lào Cai"
    commands = (
        ("new", "--mau", "ke-hoach-xa", "--co-quan", agency, "--thoi-ky", "2026"),
        ("check", plan),
        ("new", "--tu", plan, "--thoi-ky", "2027"),
        ("check", ".", "-j", "2"),  # its workers are the program itself
        ("render", plan, "--draft", "--docx", "--html", "--xlsx"),
        ("import", "ke-hoach-xa-2026.docx", "-o", "nhap-lai.yaml"),
        ("doctor",),
    )
    said = b""
    with tempfile.TemporaryDirectory(prefix="Máy cũ ") as away:
        system = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
        environment = {**system, "PATH": "", "HOME": away, "USERPROFILE": away, "APPDATA": away}
        for words in commands:
            done = subprocess.run(
                [program, *words], cwd=away, env=environment, capture_output=True, check=True
            )
            said += done.stdout + done.stderr
    return said.decode("utf-8")


if __name__ == "__main__":
    if importlib.util.find_spec("PyInstaller") is None:
        sys.exit("Cần PyInstaller: python -m pip install pyinstaller")
    made = make(Path(sys.argv[1]))
    tried(made)
    sys.stdout.write(f"{made}\n")
