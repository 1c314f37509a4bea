"""KH400-KH499: figures and money."""

from kehoach_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
