"""What both lists of the page have in common: their model, their view, how their words are laid out."""
