"""Every rule, listed by hand, in order of id."""

from kehoach_cli.checks.rule import Rule
from kehoach_cli.checks.rules import names, structure, yaml_file

RULES: tuple[Rule, ...] = (*yaml_file.RULES, *names.RULES, *structure.RULES)
BY_ID = {rule.id: rule for rule in RULES}
