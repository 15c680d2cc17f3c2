"""The whole day as plain data, in the shape the command line promises to scripts."""

from finsam_review.services.show.day import day_as_data

__all__ = ["day_as_data"]
