"""The list of letters: who has got one, whose is ready, and what has to be seen to."""
