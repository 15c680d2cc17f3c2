"""The dialogs of the page: documents made here, looked at before they are saved, and those that came in."""
