"""What is typed as YAML reads back as the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.drafts.typed import Data, flow_text, keyed, yaml_text
from kehoach_cli.source.caps import LOOKALIKES
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose
from kehoach_cli.vietnamese.text import nfc

TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"),
        exclude_characters="".join(LOOKALIKES),
    ),
    min_size=1,
).filter(str.strip)


def read(text: str) -> Data:
    """The data of a YAML text, every value a text."""
    tree = compose(read_source("a.yaml", text.encode("utf-8")))
    assert tree.root is not None
    return data(tree.root)


def data(node: Node) -> Data:
    if isinstance(node, Mapping):
        return {key: data(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    assert isinstance(node, Scalar)
    return None if node.is_empty else node.value


@given(TEXT)
def test_any_text_reads_back_as_it_was(text: str) -> None:
    assert read(f"a: {yaml_text(text)}\nb: [{flow_text(text)}, c]") == {
        "a": nfc(text),
        "b": [nfc(text), "c"],
    }


@pytest.mark.parametrize(
    "text",
    ["26.162", "Sở Kế hoạch và Đầu tư, Sở Tài chính", "Phần I/I/1/1.1/a)", "5 triệu (năm)"],
)
def test_plain_words_are_typed_plainly(text: str) -> None:
    assert yaml_text(text) == text


@pytest.mark.parametrize("text", ["null", "- a", "a: b", "a #b", "[điền]", "{{ tong }}", "a:"])
def test_what_yaml_would_read_otherwise_is_quoted(text: str) -> None:
    assert yaml_text(text) == f'"{text}"'


def test_a_group_of_keys_holds_lists_lines_and_blanks() -> None:
    typed: dict[str, Data] = {
        "a": "một\nhai: ba",
        "b": [{"ten": "x", "y": ["m, n", "p"]}, "z", ["q", "r"]],
        "c": None,
        "d": {"e": "1"},
    }
    lines = "\n".join(keyed("k", typed, {"k.c": "để trống"}, "k", 0))
    assert "  c:  # để trống" in lines
    assert read(lines) == {"k": typed}
