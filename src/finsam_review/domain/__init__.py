"""What the workshop day is about: frozen values and pure functions, standard library only."""
