"""How two versions of a text are laid beside each other: what is kept, moved, added and removed."""
