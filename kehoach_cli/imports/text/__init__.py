"""Plain text → paragraphs and grids, however its tables are drawn."""
