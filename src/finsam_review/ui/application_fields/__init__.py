"""The fields of an application with their doubts and the text they come from, wherever they are edited."""
