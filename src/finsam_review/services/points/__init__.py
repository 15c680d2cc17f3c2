"""From notes to points: what people decide about the notes, and which notes resemble each other."""
