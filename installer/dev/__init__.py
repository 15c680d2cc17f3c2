"""What ``dev.py`` is made of: finding a Python, making ``.venv``, system libraries, checks, the catalogue.

Everything but ``catalogue`` is standard library only and runs before anything is installed.
"""
