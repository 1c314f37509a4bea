"""Nothing that can stand in a file raises: it is read, or a finding says what is wrong."""

from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose

YAML = st.text(
    st.sampled_from("abế\u0301\u00d0:-?[]{}'\"#&*!|>%@`,<~ \n\r\t\0\x1b\ufeff\u2028\u0085\ufffe")
)


@given(st.one_of(st.text(), YAML))
@example("- ? : [{*a")
@example("\ufeff\ufeff")
@example('"\\ud800"')
@example("? ? - &a *a : b")
@example("<<: *a")
def test_any_text_composes_or_says_why_not(text: str) -> None:
    tree = compose(read_source("a.yaml", text.encode("utf-8", "surrogatepass")))
    assert tree.root is not None or tree.faults


@given(st.binary(max_size=300))
@example(b"\xff\xfe\xd8\x00")
@example(b"a\0b\0c\0\xd8\xd8")
@example(b"\0\0\xfe\xff\xff\xff\xff\xff")
def test_any_bytes_compose_or_say_why_not(data: bytes) -> None:
    tree = compose(read_source("a.yaml", data))
    assert tree.root is not None or tree.faults


@given(YAML)
def test_every_fault_lies_in_the_file(text: str) -> None:
    source = read_source("a.yaml", text.encode("utf-8"))
    for fault in compose(source).faults:
        assert 0 <= fault.span.start <= len(source.text)
        assert fault.span.start <= fault.span.end
