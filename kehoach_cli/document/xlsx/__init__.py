"""The Excel writer: every table of a plan as a worksheet whose sums are live."""
