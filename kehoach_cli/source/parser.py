"""The one door to PyYAML: libyaml's parser, its nodes and its errors."""

from typing import Any

from kehoach_cli.patterns import waiting

with waiting():  # those of its Python reader, never used here, are half of what importing it costs
    import yaml
    from yaml.cyaml import CParser  # type: ignore[attr-defined, unused-ignore]

__all__ = ["Parser", "yaml"]


class Parser(CParser):
    """libyaml's composer with tags left alone: resolving them is most of its cost."""

    def resolve(self, _kind: type, _value: str, _implicit: Any) -> str:
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        """Paths have no tags."""

    def ascend_resolver(self) -> None:
        """Paths have no tags."""
