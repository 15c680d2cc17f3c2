"""What becomes of an application after the day: what its revision changes, when it came, how far it is."""
