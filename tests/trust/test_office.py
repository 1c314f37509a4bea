"""LibreOffice, started for a file from anywhere, reaches nothing out of this machine."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kehoach_cli.cli.office_profile import profile_in
from kehoach_cli.cli.programs import BASE_SECONDS, office_made
from tests.conftest import Run
from tests.pictures import picture

PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>I. MỤC TIÊU<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">
<draw:image xlink:href="http://127.0.0.1:{port}/x.png" xlink:type="simple" xlink:show="embed"
 xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document>
"""


@pytest.fixture
def heard() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and the first words of those who called there."""
    words: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                with caller:
                    words.append(caller.recv(100))

        threading.Thread(target=listen, daemon=True).start()
        yield server.getsockname()[1], words


def test_a_picture_on_the_network_is_not_fetched(
    tmp_path: Path, office: Path, heard: tuple[int, list[bytes]]
) -> None:
    port, words = heard
    paper = tmp_path / "a.fodt"
    paper.write_text(PAPER.format(port=port), encoding="utf-8")
    assert office_made(office, paper, "docx", BASE_SECONDS, "")
    assert words == []


@pytest.mark.usefixtures("office")
def test_a_field_of_rtf_brings_no_picture_of_this_machine(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bi-mat.png").write_bytes(picture())
    place = (tmp_path / "bi-mat.png").as_uri()
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{place}"}}{{\fldrslt anh}}}}'
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi I. MUC TIEU\par {field}\par}}")
    assert run("import", "a.rtf", cwd=tmp_path).exit == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.rtf", "a.yaml", "bi-mat.png"]
    assert "anh" in (tmp_path / "a.yaml").read_text(encoding="utf-8")


def test_the_settings_are_sound_and_run_no_macro(tmp_path: Path) -> None:
    assert profile_in(tmp_path) == f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    text = (tmp_path / "profile/user/registrymodifications.xcu").read_text(encoding="utf-8")
    ElementTree.fromstring(text)  # noqa: S314 - our own
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in text
