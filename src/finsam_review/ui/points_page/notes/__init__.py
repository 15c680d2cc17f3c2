"""The notes of one question, at the left."""
