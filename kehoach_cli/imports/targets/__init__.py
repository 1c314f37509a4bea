"""Targets, in a table or in clauses of the text → `chi_tieu`."""
