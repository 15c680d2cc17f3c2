"""The left side of the tab Reviderade: what changed in facts and in text."""
