"""What an application form says: labels and values become proposed fields with their sources and doubts."""
