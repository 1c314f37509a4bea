"""A Word file → paragraphs and grids, with the numbers that Word makes."""
