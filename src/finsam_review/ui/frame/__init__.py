"""What pages are put together with: rail, status pieces, lines, rows that flow."""
