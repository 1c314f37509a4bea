"""KH200-KH249: citations of documents."""

from kehoach_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
