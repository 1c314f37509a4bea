"""An Excel workbook or a .csv file → lines and grids."""
