"""What comes back: revised applications compared, points answered, steps on the way to a decision."""
