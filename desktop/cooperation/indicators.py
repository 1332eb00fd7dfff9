"""The numbers over time by which it is seen whether working together helps: each with its written definition, as data.

Must never know where the records lie, nor how a line is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import N_

COUNT, SHARE, MEDIAN = "count", "share", "median"
NOTICES, REGISTER = "notices", "register"


@dataclass(frozen=True)
class Indicator:
    """One number that is followed month by month."""

    code: str
    """What it is called, a msgid, because each script writes it with its own letter."""
    title: str
    """A msgid."""
    unit: str
    """What one record of it is, a msgid in the singular."""
    definition: str
    """How it is counted, in one to three sentences; a msgid."""
    shape: str
    """count: so many; share: which part of so many, from 0 to 1; median: the middle one of so many."""
    digits: int = 0
    """Places after the comma when it is written; of a share, of its per cent."""
    better: str = ""
    """`more` or `less` where that is plain; empty where a rise may be good or bad."""
    about: str = REGISTER
    """`notices`: rests on the notices that arrived, so a break in counting them breaks it as well."""
    measure: str = ""
    """In what a median is measured, a msgid; empty for the others."""


_HOURS, _DAYS = N_("hours"), N_("days")
INDICATORS = {
    each.code: each
    for each in (
        Indicator(
            N_("S-1"), N_("Notices received"), N_("notice"),
            N_("Notices by the month received, each once. A notice that came twice is one."),
            COUNT, about=NOTICES,
        ),
        Indicator(
            N_("S-2"), N_("Notices that reached the centre"), N_("notice agreed with a sender"),
            N_(
                "Of the notices agreed with the senders for the month, the share that had arrived by themselves. "
                "Only months settled notice by notice."
            ),
            SHARE, better="more", about=NOTICES,
        ),
        Indicator(
            N_("S-3"), N_("Hours from the incident to the notice"), N_("notice"),
            N_(
                "Median of the hours from the incident until the notice was received, by the month received. "
                "Where only the day of the incident is known, the hours count from the end of that day. "
                "Notices without that day are left out."
            ),
            MEDIAN, 1, "less", NOTICES, _HOURS,
        ),
        Indicator(
            N_("S-4"), N_("Hours from the incident to the first contact"), N_("notice"),
            N_(
                "Median of the hours from the incident until the person was first reached, by the month of the notice. "
                "Where only the day of the incident is known, the hours count from the end of that day. "
                "Whoever was not reached is left out."
            ),
            MEDIAN, 1, "less", NOTICES, _HOURS,
        ),
        Indicator(
            N_("S-5"), N_("Hours from the notice to the first contact"), N_("notice"),
            N_(
                "Median of the hours from the receipt of the notice until the person was first reached, by the month "
                "of the notice. Whoever was not reached is left out."
            ),
            MEDIAN, 1, "less", NOTICES, _HOURS,
        ),
        Indicator(
            N_("S-6"), N_("Help accepted"), N_("notice with a known outcome"),
            N_("Of the notices of the month whose outcome is known today, the share that ended with help accepted."),
            SHARE, about=NOTICES,
        ),
        Indicator(
            N_("S-7"), N_("Repeat notices within 12 months"), N_("notice about a known person"),
            N_(
                "Of the notices of the month about a known person, the share before which another notice about her "
                "came within 12 months. The first 12 months of the log are left out: nothing is known of what came "
                "before."
            ),
            SHARE, about=NOTICES,
        ),
        Indicator(
            N_("S-8"), N_("Days until a problem is solved"), N_("problem solved"),
            N_(
                "Median of the days from the day since which a problem was known until it was solved, "
                "by the month in which it was solved."
            ),
            MEDIAN, 1, "less", measure=_DAYS,
        ),
        Indicator(
            N_("S-9"), N_("Commitments kept in time"), N_("commitment due"),
            N_(
                "Of the commitments due in the month, the share done by the day agreed. "
                "Those no longer possible are left out and told apart."
            ),
            SHARE, better="more",
        ),
        Indicator(
            N_("S-10"), N_("Institutions present at meetings"), N_("institution asked to a meeting"),
            N_(
                "Of the institutions asked to the meetings held in the month, the share that came, themselves or by a "
                "deputy. Counted at every meeting anew, where it was noted who came; without the centre."
            ),
            SHARE, better="more",
        ),
        Indicator(
            N_("S-11"), N_("Trainings and events"), N_("training or event"),
            N_("Trainings and events by the month in which they began, whoever held them."),
            COUNT,
        ),
        Indicator(
            N_("S-12"), N_("Lecturers from the centre at others"), N_("lecturer"),
            N_("Lecturers whom the centre sent to trainings and events of other institutions, each time."),
            COUNT,
        ),
        Indicator(
            N_("S-13"), N_("Lecturers from others at the centre"), N_("lecturer"),
            N_("Lecturers whom other institutions sent to trainings and events of the centre, each time."),
            COUNT,
        ),
        Indicator(
            N_("S-14"), N_("Publicity"), N_("article, broadcast or campaign"),
            N_("Articles, broadcasts and campaigns by the month in which they began."),
            COUNT,
        ),
    )
}  # fmt: skip
"""Every indicator by its code, in the order in which they are shown."""
