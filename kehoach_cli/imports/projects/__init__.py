"""A table of projects → entries of the register, its groups and its sums."""
