"""One letter: the exact mail beside the exact page that goes with it."""
