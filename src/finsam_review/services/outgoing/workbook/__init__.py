"""The workbook of a day: every note and what became of it, one sheet a thing."""
