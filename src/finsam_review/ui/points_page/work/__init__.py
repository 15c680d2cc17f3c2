"""What the keys and buttons of the page do."""
