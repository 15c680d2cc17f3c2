"""Owns the finding of personal names: those the file knows, and likely ones by first name or cue."""
