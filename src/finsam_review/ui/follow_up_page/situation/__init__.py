"""The tab Läget: every application with its step, its reply and its answers; late and missing ones."""
