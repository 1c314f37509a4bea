"""Files that people have (Word, Excel, PDF, web pages, text) → a draft of a plan.

Readers give `Pages` (paragraphs and grids with their places); recognisers take from them what they
know; the rest goes into the nearest section. Nothing is dropped.
"""
