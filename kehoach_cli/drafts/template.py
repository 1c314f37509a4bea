"""The door to Jinja2 for templates of plans: sandboxed, no name may be missing, nothing escaped.

Signs are `<< … >>`, `<% … %>` and `<# … #>`: the plan's own `{{ … }}` stays as it is written.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach_cli.drafts.typed import flow_text, yaml_text


class Templates:
    """Templates of a folder."""

    def __init__(self, folder: Path) -> None:
        self._jinja = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            variable_start_string="<<",
            variable_end_string=">>",
            block_start_string="<%",
            block_end_string="%>",
            comment_start_string="<#",
            comment_end_string="#>",
        )
        self._jinja.filters.update(chu=yaml_text, nhay=flow_text)

    def file(self, name: str, facts: Mapping[str, Any]) -> str:
        """A file of the folder, filled in."""
        return self._jinja.get_template(name).render(facts)

    def text(self, template: str, facts: Mapping[str, Any]) -> str:
        """A text, filled in."""
        return self._jinja.from_string(template).render(facts)
