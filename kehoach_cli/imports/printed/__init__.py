"""A printed file: its words and lines with their places → its text and its tables."""
