"""A grid of any table → its columns, its figures and its rows as they stand."""
