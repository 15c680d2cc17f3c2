"""Offline review of project applications during the workshop day of a samordningsförbund."""

__version__ = "1.0.0"
