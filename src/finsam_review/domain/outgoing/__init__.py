"""What leaves the house: addresses, deadlines, templates, drafts."""
