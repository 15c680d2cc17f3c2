"""The way of one application through its steps: shown, noted, taken back."""
