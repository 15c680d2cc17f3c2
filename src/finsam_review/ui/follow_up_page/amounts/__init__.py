"""The tab Belopp: what everything costs by year, party and kind, and sums that do not add up."""
