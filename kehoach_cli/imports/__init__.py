"""Word, Excel and text files that people have → a draft of a plan.

Readers give `Pages` (paragraphs and grids with their places); recognisers take from them what they
know; the rest goes into the nearest section. Nothing is dropped.
"""
