"""KH600-KH699: bodies and places of 2025-2026."""

from kehoach_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
