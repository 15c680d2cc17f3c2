"""One script per format of the workshop file, oldest first."""
