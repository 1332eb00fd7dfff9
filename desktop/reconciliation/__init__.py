"""A partner's list against the centre's log: which notice of theirs is which of ours, and why. Knows no vault and no clock."""
