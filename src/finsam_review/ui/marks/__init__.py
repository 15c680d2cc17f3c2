"""What is painted by hand: table marks and letters, chips, key caps, the focus ring."""
