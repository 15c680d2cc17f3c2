"""What the lists of the page have in common: rows of words with marks in them, and how they are painted."""
