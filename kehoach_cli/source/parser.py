"""The one door to PyYAML: libyaml's parser, its nodes and its errors."""

from kehoach_cli.patterns import Waiting

with Waiting():  # those of its Python reader, never used here, are half of what importing it costs
    import yaml
    from yaml.cyaml import CParser  # type: ignore[attr-defined, unused-ignore]

__all__ = ["Parser", "yaml"]


class Parser(CParser):
    """libyaml's composer with tags left alone: resolving them is most of its cost.

    The `format` of a text without braces takes whatever it is given and gives that text: what is
    asked at every node is answered without a step of Python.
    """

    resolve = staticmethod("tag:yaml.org,2002:str".format)
    descend_resolver = ascend_resolver = staticmethod("".format)
