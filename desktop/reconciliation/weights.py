"""How much each agreement tells, in bits: the one table by which two notices are weighed. It is fixed and never learns.

A bit doubles the odds. The figures were found once on invented lists of both countries and rounded by hand so that they
fall as agreement falls; a test holds them to that. What is empty on either side weighs nothing.
"""

from __future__ import annotations

from desktop.reconciliation import addresses, days, digits, names

VERSION = 1
"""Rises with every change of this table; it stands in each explanation."""

WORDS = {
    names.SAME: 6.0, names.ENDING: 5.2, names.SLIP: 4.6, names.SHORT: 4.0, names.FAMILY: 3.2, names.ALIKE: 2.2,
    names.INITIAL: 1.6, names.OTHER: 0.0,
}  # fmt: skip
"""Each of the two words of a name that agree best."""
THIRD_WORD = 0.35
"""What share of its weight a third agreeing word brings."""
WORD_DIFFERS = -7.0
"""Words left over on both sides, where another word agrees."""
GIVEN_DIFFERS = -8.0
"""The same where the surname agrees: perhaps somebody of the same family."""
SURNAME_DIFFERS = -5.5
"""The same where the given name agrees: perhaps a new surname."""
NAME_DIFFERS = -12.0
"""No word agrees."""

YEAR = {digits.SAME: 5.5, digits.NEXT: 0.5, digits.SWAPPED: -0.5, digits.DIFFERS: -9.0}
CODE = {digits.SAME: 11.0, digits.SLIP: 10.0, digits.DIFFERS: -8.0}
PHONE = {digits.SAME: 10.0, digits.SLIP: 8.5, digits.DIFFERS: -3.5}
NUMBER = {digits.SAME: 11.0, digits.PART: 10.0, digits.SLIP: 7.0, digits.DIFFERS: -6.5}
ADDRESS = {
    addresses.HOME: 10.3, addresses.HOUSE: 9.0, addresses.STREET: 5.5, addresses.OTHER_HOUSE: 2.0,
    addresses.PLACE: -1.0, addresses.DIFFERS: -3.5,
}  # fmt: skip
PLACE_WORD, MOST_PLACE_WORDS = 2.0, 4
"""Each word beside the street that two addresses have in common, such as the town and its number; at most so many."""
UNIT_SAME, UNIT_PARTLY, UNIT_DIFFERS = 2.0, 0.8, -2.5
DAY = {
    days.SAME: 5.8, days.NEXT: 4.6, days.SECOND: 3.1, days.NEAR: 1.2, days.SWAPPED: 0.5,
    days.LATE: -2.2, days.MONTH: -3.0, days.FAR: -7.0,
}  # fmt: skip

SAME_NOTICE = 3.0
"""What speaks beforehand for a notice about the same person being the same notice."""
SPAN = 92
"""Days over which the table reckons that the other list's notices are spread."""
BEFORE, BEFORE_UNDATED = -3.0, -10.5
"""What the days in which a notice arrives save of the search through the other list."""

AUTO, MARGIN, REVIEW, SEEN = 3.0, 3.0, -3.0, -9.0
"""Sure from the first, with the second more than any rival; proposed from the third; a rival from the last."""
NEVER_SURE = {("name", "given_differs"), ("name", "other"), ("birth_year", "differs"), ("personal_code", "differs"),
              ("date", "swapped"), ("date", "month")}  # fmt: skip
"""Whatever else agrees, a person looks at these."""

COPY_DAYS, COPY_PERSON, COPY = 1, 12.0, 6.0
"""Two rows of one list are one notice: at most so many days apart, so much known of the person, and so much in all."""
