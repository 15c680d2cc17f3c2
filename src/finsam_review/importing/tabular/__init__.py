"""Readers of lists: spreadsheets and delimited text become rows of plain cells."""
