"""Workbooks: lists of rows as frozen values, written for Excel with every text as text, and read back."""
