"""A Document as a Word file."""
