"""The tab Reviderade: what changed in one application, and whether it answers what was sent."""
