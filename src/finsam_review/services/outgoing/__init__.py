"""What leaves the house: summaries and other documents, mail drafts, case folders."""
