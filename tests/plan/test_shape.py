"""Answers written into real plans, by the declared format."""

from contextlib import suppress
from itertools import takewhile
from pathlib import Path as File
from typing import Any

import pytest

from kehoach_cli.plan.model import Profile
from kehoach_cli.plan.shape import FormatShape
from kehoach_cli.source.extent import CannotWriteError, children, refuse_signs
from kehoach_cli.source.insert import inserted
from kehoach_cli.source.nodes import Mapping, Node, Scalar
from kehoach_cli.source.places import Path
from kehoach_cli.source.proof import plain
from kehoach_cli.source.remove import removed
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose

PLANS = sorted((File(__file__).parent.parent.parent / "plans").glob("*.yaml"))
SHARE = 60
"""One value of so many is tried here; all of them were tried by hand."""
SHAPE = FormatShape()


def written(text: str, path: Path, value: Any) -> str:
    return inserted(read_source("a.yaml", text.encode()), path, value, SHAPE).text


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ((), ("phien_ban", "mau", "van_ban")),
        (("van_ban", "nguoi_ky"), ("ho_ten",)),
        (("noi_dung", 0, "muc_con", 2), ("muc", "doan_van")),
        (("noi_dung", 0, "bang", "hang", 0), ("o",)),
        (("noi_dung",), ("muc",)),
        (("noi_dung", "muc_con"), ("muc",)),
        (("phu_luc", 1, "bang", "cot", 0, "cot", 1), ("ten", "gia_tri")),
    ],
)
def test_the_order_of_keys_is_that_of_the_declarations(path: Path, keys: tuple[str, ...]) -> None:
    declared = SHAPE.keys(path)
    assert [key for key in declared if key in keys] == list(keys)


@pytest.mark.parametrize("path", [("nguon_von",), ("nguon_von", "a"), ("von", "2014"), ("mau",)])
def test_keys_of_the_author_have_no_order(path: Path) -> None:
    assert (SHAPE.keys(path), SHAPE.meant(path, "Tên gì")) == ((), "Tên gì")


def test_a_profile_has_a_shape_of_its_own() -> None:
    assert "hieu_luc" in FormatShape(Profile).keys(())


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("van_ban:\n  Trích yếu: cũ\n", ("van_ban", "trich_yeu"), "van_ban:\n  Trích yếu: mới\n"),
        ("Văn bản:\n  trich_yue: cũ\n", ("van_ban", "trich_yeu"), "Văn bản:\n  trich_yue: mới\n"),
        (
            "Văn bản:\n  Số văn bản: 1\n  luu_van_thu: VT\n",
            ("van_ban", "trich_yeu"),
            "Văn bản:\n  Số văn bản: 1\n  trich_yeu: mới\n  luu_van_thu: VT\n",
        ),
        ("noi_dung: []\n", ("van_ban", "trich_yeu"), "van_ban:\n  trich_yeu: mới\nnoi_dung: []\n"),
        ("nguon_von: {a: x}\n", ("nguon_von", "ma"), "nguon_von: {a: x, ma: mới}\n"),
    ],
)
def test_an_answer_goes_to_the_key_that_stands_there(before: str, path: Path, after: str) -> None:
    assert written(before, path, "mới") == after


def shared(before: str, after: str) -> int:
    """How many letters two texts have in common, from the start and from the end."""
    start = _same(before, after)
    least = min(len(before), len(after)) - start
    return start + min(least, _same(before[::-1], after[::-1]))


def _same(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _free(tree: Node, at: Path = ()) -> list[Path]:
    """The paths of all texts, less those that an alias of YAML's stands for or repeats."""
    if isinstance(tree, Scalar):
        return [] if tree.is_empty else [at]
    parts = children(tree)
    steps: list[str | int] = [*tree.entries] if isinstance(tree, Mapping) else [*range(len(parts))]
    free: list[Path] = []
    for step, (after, part) in zip(steps, parts, strict=True):
        with suppress(CannotWriteError):
            refuse_signs(part, after)
            free += _free(part, (*at, step))
    return free


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_every_value_of_a_real_plan_can_be_set_taken_out_and_put_back(file: File) -> None:
    source = read_source(file.name, file.read_bytes())
    root = compose(source).root
    assert root is not None
    said: Any = plain(root)
    for path in _free(root)[::SHARE]:
        value = _at(said, path)
        changed = inserted(source, path, "Giá trị: mới, “khác”", SHAPE)
        lines = value.count("\n") + 1
        assert len(source.text) - shared(source.text, changed.text) <= 2 * len(value) + 20 * lines
        assert plain(compose(inserted(changed, path, value, SHAPE)).root) == said
        if isinstance(path[-1], str):
            gone = removed(source, path, SHAPE)
            assert shared(source.text, gone.text) == len(gone.text)
            back = inserted(gone, path, value, SHAPE)
            assert shared(gone.text, back.text) >= len(gone.text) - len(" {}")
            assert plain(compose(back).root) == said


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree
