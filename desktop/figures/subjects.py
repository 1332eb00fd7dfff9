"""What each table of a month tells: its title, what its rows are, and by which rule it is counted.

Must never know how the counting is done.
"""

from __future__ import annotations

from desktop.figures.facts import Words
from desktop.figures.figures import Subject
from desktop.language import N_

SUBJECTS = {
    subject.code: subject
    for subject in (
        Subject("received", N_("Notices received by sender"), Words(N_("Sender")), "P-2"),
        Subject("role", N_("Persons named, by role and sex"), Words(N_("Role")), "A-1"),
        Subject("age", N_("Persons to be helped, by age and sex"), Words(N_("Age group")), "A-2"),
        Subject("children", N_("Children named"), Words(N_("Children")), "A-1"),
        Subject("posing", N_("Persons who pose the risk, by sex"), Words(N_("Sex")), "A-3"),
        Subject("municipality", N_("Persons by municipality of residence"), Words(N_("Municipality")), "A-2"),
        Subject("kinds", N_("Kinds of violence"), Words(N_("Kind")), "A-2"),
        Subject("relation", N_("Relation to the person who poses the risk"), Words(N_("Relation")), "A-2"),
        Subject("with_children", N_("Notices with and without children"), Words(N_("Notices")), "P-4"),
        Subject("outcome", N_("Outcome"), Words(N_("Outcome")), "P-3"),
        Subject("contact", N_("First contact against the rule"), Words(N_("First contact")), "K-3"),
        Subject("help", N_("Help given, by kind"), Words(N_("Kind")), "V-1"),
        Subject("channel", N_("Help given, by channel"), Words(N_("Channel")), "V-1"),
        Subject("onward", N_("Referred on to other institutions"), Words(N_("Institution")), "V-2"),
        Subject("measures", N_("Orders and measures"), Words(N_("Kind")), "O-1"),
        Subject("risk", N_("Notices and orders by risk level"), Words(N_("Risk level")), "P-6"),
        Subject("repeat", N_("Repeat notices"), Words(N_("Notices")), "P-5"),
        Subject("trainings", N_("Trainings and events, by kind"), Words(N_("Kind")), "T-1"),
        Subject("training_people", N_("Participants and lecturers"), Words(N_("Held by whom, from where")), "T-2"),
        Subject("groups", N_("Working groups at work"), Words(N_("Working group")), "T-3"),
    )
}
"""Every table by its name, in the order in which papers print them."""
