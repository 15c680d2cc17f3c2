"""What the file holds, noun by noun: rows in, frozen values out, within the transaction that is lent."""
