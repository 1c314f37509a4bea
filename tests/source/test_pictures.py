"""Pictures by their bytes: what they are, how large, and whether they are whole."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.source import pictures
from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.source.pictures import read_picture
from tests.pictures import picture, turned

SAMPLES = {
    "png": picture("png", dpi=300),
    "jpeg": picture("jpeg", dpi=300),
    "exif": picture("jpeg", exif=turned()),
}


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize(("dpi", "width"), [(300, 12.7), (150, 25.4), (10, 39.7), (5000, 39.7)])
def test_a_picture_is_as_large_as_its_density_says_unless_that_is_absurd(
    kind: str, dpi: int, width: float
) -> None:
    found = read_picture("a.gif", picture(kind, (150, 75), dpi))
    assert (found.name, found.kind) == ("a.gif", kind)
    assert found.width == pytest.approx(width, rel=0.01)
    assert found.height == pytest.approx(width / 2, rel=0.01)


def test_a_picture_that_says_nothing_of_its_density_has_a_size() -> None:
    found = read_picture("a.png", picture("png"))
    assert found.width == pytest.approx(2 * found.height)
    assert 30 < found.width < 60


def test_a_photograph_to_be_turned_is_read() -> None:
    assert read_picture("a.jpg", SAMPLES["exif"]).kind == "jpeg"


def test_a_jpeg_without_a_segment_that_names_it_is_read() -> None:
    whole = SAMPLES["jpeg"]
    bare = whole[:2] + whole[4 + int.from_bytes(whole[4:6], "big") :]
    assert b"JFIF" not in bare
    assert read_picture("a.jpg", bare).kind == "jpeg"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", b"BM" + b"\0" * 60])
def test_what_is_no_png_or_jpeg_is_refused(data: bytes) -> None:
    with pytest.raises(CannotAttachError, match="không phải hình PNG hay JPEG"):
        read_picture("a.png", data)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_picture_cut_off_anywhere_is_refused(name: str) -> None:
    whole = SAMPLES[name]
    for end in range(len(whole) - 2):
        with pytest.raises(CannotAttachError):
            read_picture("a", whole[:end])


def test_a_png_with_any_byte_changed_is_refused() -> None:
    whole = SAMPLES["png"]
    for at in range(len(whole)):
        with pytest.raises(CannotAttachError):
            read_picture("a", whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
def test_no_bytes_raise_anything_else(name: str, data: st.DataObject) -> None:
    broken = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(CannotAttachError):
        found = read_picture("a", bytes(broken))
        assert min(found.width, found.height) > 0


def test_a_header_that_python_docx_cannot_read_is_a_reason() -> None:
    whole = SAMPLES["exif"]
    at = whole.index(b"Exif") + 6
    with pytest.raises(CannotAttachError, match="không đọc được kích thước"):
        read_picture("a", whole[:at] + b"\xff" * 12 + whole[at + 12 :])


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 150 * 75 - 1)
    with pytest.raises(CannotAttachError, match="150 × 75 điểm ảnh"):
        read_picture("a", SAMPLES["png"])
