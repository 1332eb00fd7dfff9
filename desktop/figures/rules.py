"""By which rule each figure is counted, as data: printed beside every table and listed at the end of every summary.

A rule that changes gets a new code, its date, and a new number of the definitions, so that no two figures counted in
different ways ever bear the same mark. Must never know where the records lie.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.language import N_
from desktop.periods import Month, Period

DEFINITIONS = 2
"""Version of all the rules together; kept with every issued summary."""


@dataclass(frozen=True)
class Rule:
    """One counting rule."""

    code: str
    """What it is called on paper, a msgid, because each script writes it with its own letter."""
    unit: str
    """What is counted, a msgid in the singular."""
    short: str
    """The rule in a few words, a msgid: stands beside every figure where the sentence stood before or has no room."""
    sentence: str
    """The rule in one or two sentences, a msgid."""
    since: date
    """From when it has been counted so."""


_FIRST = date(2026, 1, 1)
_WITH_GROUPS = date(2026, 11, 22)

RULES = {
    rule.code: rule
    for rule in (
        Rule(
            N_("P-2"),
            N_("notice"),
            N_("by the date received, once"),
            N_("Counted by the date received, once, however many persons are named. A notice that came twice is one."),
            _FIRST,
        ),
        Rule(
            N_("P-3"),
            N_("notice"),
            N_("outcome known on the day of this summary"),
            N_("The outcome as known on the day of this summary. Shares leave pending notices out."),
            _FIRST,
        ),
        Rule(
            N_("P-4"),
            N_("notice"),
            N_("a child is named, saw the violence or lives with it"),
            N_("With children: a child is named in the notice, or children saw the violence or live with it."),
            _FIRST,
        ),
        Rule(
            N_("P-5"),
            N_("notice"),
            N_("an earlier notice about the same person within the set period"),
            N_("Repeat: an earlier notice about the same person came within the period that the centre has set."),
            _FIRST,
        ),
        Rule(
            N_("P-6"),
            N_("notice"),
            N_("the risk as written by the sender"),
            N_("The risk as assessed by the sender and written in the notice."),
            _FIRST,
        ),
        Rule(
            N_("K-3"),
            N_("notice"),
            N_("first contact by the end of the set working day"),
            N_(
                "In time: the person was first reached by the end of the working day that the centre's rule sets. "
                "The share leaves out notices whose time still runs and those with no contact due."
            ),
            _FIRST,
        ),
        Rule(
            N_("A-1"),
            N_("person named in a notice"),
            N_("in every notice that names the person"),
            N_("A person is counted in every notice that names her. Child witnesses are counted apart."),
            _FIRST,
        ),
        Rule(
            N_("A-2"),
            N_("person who experienced violence or is at risk"),
            N_("in every notice, without child witnesses and those who pose the risk"),
            N_(
                "Child witnesses and those who pose the risk are left out. "
                "Everyone else is counted in every notice that names them."
            ),
            _FIRST,
        ),
        Rule(
            N_("A-3"),
            N_("person who poses the risk"),
            N_("in every notice that names the person"),
            N_("Counted in every notice that names the person."),
            _FIRST,
        ),
        Rule(
            N_("V-1"),
            N_("occasion of help"),
            N_("by the day of help"),
            N_(
                "Counted by the day of help. Help to a group is one occasion and its minutes count once. "
                "Hours are rounded to half an hour."
            ),
            _FIRST,
        ),
        Rule(
            N_("V-2"),
            N_("person referred on"),
            N_("each time, with consent"),
            N_("Counted each time a person was referred on to an institution, with consent."),
            _FIRST,
        ),
        Rule(
            N_("O-1"),
            N_("order or measure"),
            N_("by the day granted, run out or lifted"),
            N_("Granted: by the day it was granted. Ended: by the day it ran out or was lifted."),
            _FIRST,
        ),
        Rule(
            N_("T-1"),
            N_("training, event or publicity"),
            N_("by the day it begins, once"),
            N_(
                "Counted by the day it begins, once, however many days it takes; what has not begun is left out. "
                "Hours are rounded to half an hour."
            ),
            _FIRST,
        ),
        Rule(
            N_("T-2"),
            N_("person at a training or an event"),
            N_("each time, by who held it and from where she came"),
            N_(
                "Counted in every training or event that the person came to, by who held it and from where she came. "
                "Who taught is a lecturer, everyone else a participant."
            ),
            _FIRST,
        ),
        Rule(
            N_("T-3"),
            N_("working group"),
            N_("in every month in which it was at work"),
            N_(
                "Counted in every month in which it was at work, with its members as known on the day of this summary. "
                "An institution counts once in each group; one that named nobody is one member."
            ),
            _WITH_GROUPS,
        ),
    )
}
"""Every rule by its code, in the order in which papers list them."""

_LONGER = {
    "T-3": replace(
        RULES["T-3"],
        short=N_("once, if it was at work on any day of the quarter"),
        sentence=N_(
            "Counted once if it was at work on any day of the quarter, with its members as known on the day of this "
            "summary. An institution counts once in each group; one that named nobody is one member."
        ),
    )
}
"""Rules whose words speak of a month, as they stand on a paper of a quarter."""


def rule_for(code: str, period: Period) -> Rule:
    """The rule in the words that are right for the period."""
    return RULES[code] if isinstance(period, Month) else _LONGER.get(code, RULES[code])
