"""The workshop file: one SQLite database per day. Rows stay here; frozen values go out."""
