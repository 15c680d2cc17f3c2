"""The board: three questions with their notes, and the editors that write them."""
