"""Small widgets that every page uses (DESIGN-SYSTEM §5)."""
