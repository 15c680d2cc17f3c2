"""What becomes of the notes: points, notes set aside, themes, and the receipt that accounts for every one."""
