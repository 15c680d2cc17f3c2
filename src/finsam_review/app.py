"""Composition root: builds the window and connects everything."""
