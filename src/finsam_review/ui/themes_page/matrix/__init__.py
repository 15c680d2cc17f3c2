"""The matrix itself: its model, cells and heads as they are painted, its view, and all of it as a picture."""
