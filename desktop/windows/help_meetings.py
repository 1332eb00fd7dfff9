"""What the program says of meetings, of what is promised at them, and of trainings and law; part of its help."""

from __future__ import annotations

from desktop.language import N_
from desktop.windows.help_topic import Topic

MEETINGS: dict[str, Topic] = {
    "meetings": Topic(
        N_("Meetings"),
        (
            N_(
                "Every meeting stands here with its state and with what is still to be done of what was promised there."
            ),
            N_("Enter opens its preparation. F6 plans a new one; its day is proposed by the rhythm of its kind."),
            N_("In the month the arrows go from day to day, PgUp and PgDn by month. Enter opens the day's meeting."),
        ),
    ),
    "trainings": Topic(
        N_("Trainings and events"),
        (
            N_("Trainings, events and publicity stand here, the centre's and others', with how many came from where."),
            N_("F6 writes down a new one. In the form F7 adds an institution, as participants or as lecturers."),
            N_("It counts in the month in which it begins; what is only planned counts when it has begun."),
        ),
    ),
    "law_changes": Topic(
        N_("Changes of law"),
        (
            N_("Which act changes, from when, and what that changes for those who meet: the next agenda tells it."),
            N_("A link is kept as text. The program never opens it."),
        ),
    ),
    "working_groups": Topic(
        N_("Working groups"),
        (
            N_("A group has a purpose, members from several institutions, and results when its work has ended."),
            N_("F8 hides the names of members, as everywhere."),
        ),
    ),
    "commitments": Topic(
        N_("Commitments"),
        (
            N_("Everything that was promised stands here until it is done, what is due first before the rest."),
            N_("1 says it is done and by what that is known, 2 agrees on another day, 3 says why it is impossible."),
            N_("Not done and no longer possible are two things; the day that was promised first stays known."),
        ),
    ),
    "meeting": Topic(
        N_("Preparing a meeting"),
        (
            N_(
                "Every part of the agenda says what is ready and what is missing; "
                "its verb leads to where it is entered."
            ),
            N_("A part with nothing to tell is said to be empty; that can be taken back."),
            N_("On a member the keys 1 to 4 note the answer. Every institution's papers hold only what it may see."),
            N_("A consent withdrawn after the papers were made is told before anything is handed over."),
        ),
    ),
    "meeting_kinds": Topic(
        N_("Kinds of meeting"),
        (
            N_("A kind says how often it is held, who is asked, with which agenda, and when its papers are closed."),
            N_("Single cases are spoken of only where a kind says on what ground: consent, or the law."),
            N_("Meetings that are planned already stay as they are. A kind used no longer keeps its meetings."),
        ),
    ),
    "problems": Topic(
        N_("Problems"),
        (
            N_("A problem is a fact, its effect and a wish. Names of those who failed are not wanted here."),
            N_("1 says how it was solved, 2 notes a step, 3 that it was raised again and at which meeting."),
            N_("What is open longest stands first on the list and on the agenda of the next meeting."),
        ),
    ),
    "case_numbers": Topic(
        N_("Numbers of other bodies"),
        (
            N_("Under these numbers police, prosecution and social work keep the case; a meeting refers to them."),
            N_("Where no other is noted, the police's is the number that stands on its notice."),
        ),
    ),
    "contributions": Topic(
        N_("What went well, and what each can do"),
        (
            N_("Every meeting begins with what went well. Ask each institution for one thing, our centre too."),
            N_("Ctrl+Shift+Enter saves one and begins the next. What has no meeting yet waits for the next one."),
        ),
    ),
    "meeting_view": Topic(
        N_("In the meeting"),
        (
            N_("What you type is kept every few seconds, encrypted, and written down when you leave the item."),
            N_("PgDn goes to the next item and ticks this one; Alt+PgDn turns the pages of what was brought."),
            N_("F6 takes down a commitment, F7 a decision: Enter saves. In the due field +10 means 10 working days."),
            N_("On a commitment carried over: 1 done, 2 not done, 3 no longer possible."),
            N_("F8 shows codes for names on the projector, F11 takes the whole screen, F12 covers and locks."),
        ),
    ),
    "meeting_attendance": Topic(
        N_("Attendance"),
        (
            N_("Digits answer for the marked rows: 1 to 4 who came, 5 to 7 what else is noted."),
            N_("Ctrl+Enter notes everybody as answered before; who did not answer did not come."),
            N_("Enter puts a name right, F6 writes down a guest, Delete takes out who was asked by mistake."),
        ),
    ),
    "meeting_minutes": Topic(
        N_("Minutes of a meeting"),
        (
            N_("The draft is what was written in the meeting. What you change since is marked, by a word too."),
            N_("Agreed minutes stay as they are for good. A correction is listed under them with who and when."),
            N_("Until they are agreed the PDF is a draft; afterwards it bears the seal."),
        ),
    ),
    "meeting_agenda": Topic(
        N_("Agenda"),
        (
            N_("The program lays out the parts in house order and gathers what the vault holds for each of them."),
            N_("Alt with Up or Down moves an item. What you write here stands under it on every paper."),
            N_("Names of persons do not belong on an agenda: it goes to everybody who is asked."),
        ),
    ),
    "meeting_cases": Topic(
        N_("Cases of a meeting"),
        (
            N_("Three lists: reported since the last meeting, to be looked at again, and those that should go faster."),
            N_("Notices of high risk, and those to be seen again, are proposed; any other is added by its number."),
            N_("What each institution sees of a case is decided by the law or by consent, and stands in its papers."),
        ),
    ),
    "meeting_papers": Topic(
        N_("Papers of a meeting"),
        (
            N_("Invitation, agenda and papers are shown exactly as they will be sealed, for one receiver at a time."),
            N_("Before handing over every consent is looked at once more. Who got what and when is written down."),
            N_("The calendar file and the agenda that can be edited bear no seal."),
        ),
    ),
}
