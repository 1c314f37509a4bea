"""KH250-KH299: whether cited documents are in force."""

from kehoach_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
