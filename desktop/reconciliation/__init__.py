"""A partner's list against the centre's log: which notice is which, and why. Knows no vault, no clock."""
