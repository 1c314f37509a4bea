"""Projects of a table → the register of a plan that is there already."""
