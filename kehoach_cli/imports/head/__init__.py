"""The head of a document: who issues it, its number, date, type and title."""
