"""Money in tables: which columns hold it, in which unit, and what a cell says of it."""
