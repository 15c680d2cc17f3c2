"""The template that all letters are made from."""
