"""The list of applications and which of their questions each table has answered."""
