"""Meetings of institutions: their diary, agenda, papers and minutes, and what was promised at them."""
