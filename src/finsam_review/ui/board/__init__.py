"""The board: notes as post-its under three questions, and the editors that write them."""
