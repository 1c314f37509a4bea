"""What of this machine kehoach works with: looked at, never changed, and no network."""

import importlib.util
import locale
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kehoach_cli.cli import copies, resources
from kehoach_cli.cli.probe import Probe, State, looked_for
from kehoach_cli.cli.programs import find_office, find_pdftocairo, find_pdftotext
from kehoach_cli.cli.reading import is_file, is_folder
from kehoach_cli.errors import KehoachError
from kehoach_cli.installed import templates
from kehoach_cli.plan.plan_kinds import plan_kinds

LIBRARIES = {
    "docx": "python-docx",
    "jinja2": "jinja2",
    "platformdirs": "platformdirs",
    "prompt_toolkit": "prompt_toolkit",
    "questionary": "questionary",
    "typer": "typer",
    "xlsxwriter": "xlsxwriter",
    "yaml._yaml": "pyyaml",  # its part in C, without which nothing is read
}
"""What is imported of each package that pyproject.toml asks for."""

FONTS = ("times.ttf", "Times New Roman.ttf", "LiberationSerif-Regular.ttf", "Tinos-Regular.ttf")
"""Times New Roman and the fonts drawn to its widths, as their files are called."""

_UTF8_CODE_PAGE = 65001


def probes() -> Iterator[Probe]:
    """All that is worth knowing, what is needed first."""
    yield libraries()
    yield installed()
    yield here()
    yield state_folder()
    yield temporary_folder()
    yield profile()
    yield screen()
    yield font(font_folders())
    yield office(find_office())
    yield poppler(find_pdftotext())
    yield drawer(find_pdftocairo())


def libraries(wanted: Iterable[str] = LIBRARIES) -> Probe:
    """The libraries, by where Python would find them; no heavy one is loaded."""
    names = list(wanted)
    lost = [LIBRARIES.get(name, name) for name in names if not _is_there(name)]
    if not lost:
        return Probe("thu_vien", "Thư viện", State.OK, f"đủ {len(names)}")
    return Probe(
        "thu_vien",
        "Thư viện",
        State.BROKEN,
        f"thiếu {', '.join(lost)}",
        "có lệnh không chạy được",
        "cài lại: python -m pip install --force-reinstall kehoach-cli",
    )


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:  # the package that a part of it stands in
        return False


def installed() -> Probe:
    """The templates and the layout law that come with the program."""
    try:
        found = f"{len(plan_kinds())} mẫu, thể thức {resources.layout().name} ở {templates()}"
    except (KehoachError, OSError, ValueError) as error:
        return Probe(
            "mau",
            "Mẫu kế hoạch",
            State.BROKEN,
            str(error),
            "không tạo, không in được kế hoạch",
            "cài lại chương trình",
        )
    return Probe("mau", "Mẫu kế hoạch", State.OK, found)


def here() -> Probe:
    """Whether the current folder takes files."""
    return _writable(
        ("thu_muc", "Thư mục đang đứng"),
        Path.cwd,
        "không ghi được kế hoạch, tệp Word vào đây",
        "chuyển sang thư mục khác (cd), hoặc ghi ra chỗ khác bằng -o",
    )


def state_folder() -> Probe:
    """Whether earlier copies can be kept."""
    return _writable(
        ("ban_cu", "Nơi giữ bản cũ"),
        copies.folder,
        "fill, --fix vẫn ghi nhưng kehoach undo không lấy lại được",
        "xin quyền ghi vào thư mục ấy",
    )


def temporary_folder() -> Probe:
    """Whether LibreOffice would have a folder to work in."""
    return _writable(
        ("tep_tam", "Thư mục tạm"),
        lambda: Path(tempfile.gettempdir()),
        "không in được --pdf, không nhập được .doc, .pdf",
        "dọn bớt đĩa, hoặc đặt biến TMPDIR (Windows: TEMP) là một thư mục ghi được",
    )


def _writable(name: tuple[str, str], where: Callable[[], Path], effect: str, fix: str) -> Probe:
    """A folder, or the nearest one above it that there is, by a nameless file put there.

    Asking for rights is not enough: Windows answers yes for every folder.
    """
    try:
        folder = where()
    except (OSError, RuntimeError) as error:  # no such folder any more, no home
        return looked_for(*name, None, str(error), effect, fix)
    near = next((path for path in (folder, *folder.parents) if is_folder(path)), folder)
    try:
        tempfile.TemporaryFile(dir=near).close()
    except OSError as error:
        said = f"{folder}, không ghi được ({error.strerror or error})"
        return looked_for(*name, None, said, effect, fix)
    return looked_for(*name, f"{folder}, ghi được", "", effect, fix)


def profile() -> Probe:
    """The unit's profile that plans in this folder would read."""
    places = [
        Path(resources.PROFILE).absolute(),
        Path(resources.configuration(), resources.PROFILE),
    ]
    found = next((path for path in places if is_file(path)), None)
    return looked_for(
        "ho_so",
        "Hồ sơ đơn vị",
        str(found) if found else None,
        "chưa có",
        "mỗi kế hoạch phải tự ghi cơ quan, người ký, nơi nhận",
        'kehoach new ho-so --co-quan "Tên cơ quan"',
    )


def screen() -> Probe:
    """Whether what is printed keeps its marks where another program reads it."""
    page = _code_page()
    is_fine = page in (None, _UTF8_CODE_PAGE)
    return looked_for(
        "man_hinh",
        "Bảng mã",
        f"kehoach ghi UTF-8, máy dùng {locale.getencoding()}" if is_fine else None,
        f"bảng mã {page} của Windows",
        "chữ có dấu sai khi chuyển kết quả qua | hay > trong PowerShell",
        "[Console]::OutputEncoding = [Text.Encoding]::UTF8; hoặc ghi ra tệp bằng -o",
    )


def _code_page() -> int | None:
    """The code page of a Windows console; elsewhere programs hand on bytes as they are."""
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetConsoleOutputCP())
    return None


def font_folders() -> list[Path]:
    """Where fonts stand on Windows, macOS and Linux."""
    local = os.environ.get("LOCALAPPDATA")
    return [
        *([Path(os.environ["WINDIR"]) / "Fonts"] if os.environ.get("WINDIR") else []),
        *([Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []),
        *map(Path, ("/System/Library/Fonts", "/Library/Fonts", "/usr/share/fonts")),
        Path("/usr/local/share/fonts"),
        *(Path(os.path.expanduser(f"~/{name}")) for name in ("Library/Fonts", ".fonts")),  # noqa: PTH111 - says ~ back where there is no home
        Path(os.path.expanduser("~/.local/share/fonts")),  # noqa: PTH111
    ]


def font(folders: Iterable[Path]) -> Probe:
    """Times New Roman, or a font drawn to its widths; LibreOffice alone needs it."""
    wanted = {name.casefold() for name in FONTS}
    files = (name for folder in folders for _, _, names in os.walk(folder) for name in names)
    return looked_for(
        "phong",
        "Phông chữ",
        next((name for name in files if name.casefold() in wanted), None),
        "không có Times New Roman, cũng không có Liberation Serif, Tinos",
        "tệp Word vẫn đúng; bản --pdf in trên máy này ngắt dòng, ngắt trang khác đi",
        "cài Times New Roman, hoặc gói fonts-liberation2",
    )


def office(program: Path | None) -> Probe:
    """LibreOffice."""
    return looked_for(
        "libreoffice",
        "LibreOffice",
        str(program) if program else None,
        "không có",
        "không in được --pdf, không nhập được tệp .doc",
        "cài LibreOffice; hoặc mở tệp Word rồi chọn Lưu thành PDF",
    )


def poppler(program: str | None) -> Probe:
    """pdftotext, which reads the text of a PDF."""
    return looked_for(
        "pdftotext",
        "pdftotext",
        program,
        "không có",
        "không nhập được tệp .pdf",
        "cài poppler-utils; hoặc chép chữ của PDF ra tệp .txt",
    )


def drawer(program: str | None) -> Probe:
    """pdftocairo, of the same package, which tells the lines of a PDF's tables."""
    return looked_for(
        "pdftocairo",
        "pdftocairo",
        program,
        "không có",
        "bảng kẻ ô trong tệp .pdf chỉ đọc theo chỗ đứng của chữ",
        "cài poppler-utils, cùng gói với pdftotext",
    )
