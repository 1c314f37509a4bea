"""A web page → paragraphs and grids, with the numbers that browsers make."""
