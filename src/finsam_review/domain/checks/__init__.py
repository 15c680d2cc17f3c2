"""Owns the finding and masking of what must not leave: identity numbers, phones, addresses and names."""
