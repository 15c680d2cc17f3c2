"""The summary as it will be read, at the right: questions, the steering group, points as cards."""
