"""What any source document comes down to: lines and grids, each with its place; its pictures."""
