"""The lines above and below the lists: header, receipt, keys, and what asks for a word before it is done."""
