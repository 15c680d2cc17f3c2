"""Days besides the open one: lately opened, backed up, begun from a preset, rehearsed."""
