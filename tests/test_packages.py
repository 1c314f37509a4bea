"""What is handed over: the wheel and the sdist, built of the last commit."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tools.build import ROOT, built, hatched

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the git checkout")


def committed(*folders: str) -> set[str]:
    """The files of the last commit."""
    command = ["git", "ls-tree", "-r", "-z", "--name-only", "HEAD", *folders]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return set(done.stdout.decode("utf-8").strip("\0").split("\0"))


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two packages by their endings."""
    return {path.suffix: path for path in built(tmp_path_factory.mktemp("goi"))}


@pytest.fixture(scope="module")
def source(packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist unpacked."""
    folder = tmp_path_factory.mktemp("nguon")
    with tarfile.open(packages[".gz"]) as tar:
        tar.extractall(folder, filter="data")
    return next(folder.iterdir())


def test_the_wheel_holds_the_package_and_the_templates_of_git_alone(
    packages: dict[str, Path],
) -> None:
    with zipfile.ZipFile(packages[".whl"]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    templates = {f"kehoach_cli/{name}" for name in committed("templates")}
    pages = {name for name in names if name.endswith("share/man/man1/kehoach.1")}
    assert len(pages) == 1
    assert names - pages == committed("kehoach_cli") | templates


def test_the_wheel_is_for_every_machine_and_needs_no_compiler(packages: dict[str, Path]) -> None:
    assert packages[".whl"].name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(packages[".whl"]) as wheel:
        assert not [name for name in wheel.namelist() if re.search(r"\.(so|pyd|c|pyx)$", name)]


def test_the_sdist_holds_files_of_git_alone(source: Path) -> None:
    files = {str(path.relative_to(source)) for path in source.rglob("*") if path.is_file()}
    assert files - {"PKG-INFO"} - committed() == set()
    assert {"man/kehoach.1", "constraints.txt"} <= files


def test_a_second_build_is_the_same_bytes(packages: dict[str, Path], tmp_path: Path) -> None:
    for path in built(tmp_path):
        assert path.read_bytes() == packages[path.suffix].read_bytes()


def test_the_sdist_builds_the_same_wheel(
    packages: dict[str, Path], source: Path, tmp_path: Path
) -> None:
    epoch = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    again = hatched(source, tmp_path, epoch.decode().strip(), "wheel")
    assert [path.read_bytes() for path in again] == [packages[".whl"].read_bytes()]


def test_the_unpacked_wheel_runs_from_any_folder(packages: dict[str, Path], tmp_path: Path) -> None:
    place, away = tmp_path / "cài đặt", tmp_path / "nơi khác"
    with zipfile.ZipFile(packages[".whl"]) as wheel:
        wheel.extractall(place)  # noqa: S202 - built a moment ago
    away.mkdir()
    code = (
        f"import sys; sys.path.insert(0, {str(place)!r}); from kehoach_cli.__main__ import main; "
    )
    code += "from kehoach_cli.installed import templates; print(templates()); "
    code += "sys.argv = ['kehoach', 'new', '--danh-sach']; main()"
    done = subprocess.run([sys.executable, "-c", code], cwd=away, capture_output=True, check=True)
    said = done.stdout.decode("utf-8")
    assert str(place / "kehoach_cli" / "templates") in said
    assert "ke-hoach-xa" in said
