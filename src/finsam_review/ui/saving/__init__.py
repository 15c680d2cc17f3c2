"""How documents leave the window: made one at a time beside it, and told about in the page."""
