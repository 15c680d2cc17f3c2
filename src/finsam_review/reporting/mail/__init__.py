"""Mail drafts: the letter, the file it becomes, and the check that the file says what it should."""
