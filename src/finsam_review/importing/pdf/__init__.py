"""The reading of PDF pages: marks with places become lines, tables, columns and then blocks."""
