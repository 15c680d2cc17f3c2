"""Lists that a chancellery brings: typed-up notes, participants."""
