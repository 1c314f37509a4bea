"""KH100-KH199: form of an administrative document."""

from kehoach_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
