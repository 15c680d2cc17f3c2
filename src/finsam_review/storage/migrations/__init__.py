"""Owns the way from every older format of the workshop file to today's."""
