"""KH300-KH399: parts the plan must have, and what they must say."""

from kehoach_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
