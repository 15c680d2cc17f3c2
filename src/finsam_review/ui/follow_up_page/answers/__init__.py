"""The right side of the tab Reviderade: the points as sent, and whether they are answered."""
