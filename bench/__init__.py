"""How fast Liepa is, as ratios against the same work done by hand; no part of the program depends on it."""
