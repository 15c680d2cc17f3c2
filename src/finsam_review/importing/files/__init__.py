"""Readers of foreign files: bytes in, text blocks or rows out. They run in a process of their own."""
