"""What is asked of each field: one or two sentences for who has the caret there and presses F1.

A field of one name may stand on several screens; where it means something else there, the screen stands before it.
"""

from __future__ import annotations

from desktop.language import N_
from desktop.windows.help_promises import PROMISES
from desktop.windows.help_protocol_fields import PROTOCOL_FIELDS

_TIME = N_("Write it as 905 or 9:05.")
_INCIDENT_TIME = N_("As the notice tells it. Leave it empty where only the day is known.")
_UNKNOWN = N_("Choose unknown where nobody said it.")
_OWN_LIST = N_("The words are the centre's own: they are changed under Lists.")
_RISK = N_("How the sender assessed the risk, by what and when. Leave it empty where nothing was assessed.")
_GRANTED = N_("When it was granted: its end is counted from this hour.")
_HOURS = N_("When a call is safe. Outside these days and hours no number is shown.")
_HIDDEN = N_("It stays hidden until somebody asks for it.")
_OUTSIDE = N_("Why it was right to call outside the agreed way. It stays in the history.")
_CONSENT = N_("A consent holds for one purpose and one recipient. Anything else needs another one.")
_ONWARD = N_("To whom the person was passed on. It needs her consent; where there is none, it is asked for here.")
_EFFECT = N_("What changed for the person. It is looked at some time after the measure.")
_FIRST_COUNTS = N_("The notice that came first is counted, this one is not.")
_WHO_SPEAKS = N_("Who speaks for the institution, and who when she cannot.")
_WORKS = N_("After its last day it is offered no longer. Past notices keep it.")
_NAMED = N_("How it is called in that language. It is found by this name too.")
_LETTERHEAD = N_("It stands on every paper that leaves the centre.")
_WEEK = N_("Deadlines are counted in these days and hours.")
_CONTACT_RULE = N_("Within so many working days the first contact is due, and from where the rule was taken.")
_SIGNS = N_("Who stands under the summaries, with the title as it is printed.")
_NEW_WORDS = N_("At least twelve signs. Six words drawn by chance are easier to keep in mind and harder to guess.")
_THAT_DAY = N_("The name and the passphrase that held on the day of the backup.")
_HOLDER = N_("Who keeps this sheet: best three people who do not keep them in one place.")
_SHEET = N_("The words of one sheet, as they are printed. Capitals and spaces do not matter.")
_LENGTH = N_("So many hours after it was granted it ends; 0 means that it has no set end.")
_NARROWS = N_("Only what fits is shown. Shift+F4 takes all filters off.")
_AS_PRINTED = N_("As it stands on papers under the name.")
_SHIFT = N_("The note leaves Today when somebody has read it, and stays with its notice.")
_SETTLED = N_("The package holds what is settled from the first month to the last one.")
_MONTHS = N_("Which months the list is about. They are proposed by its dates.")

_BEGINS = N_("It counts in the month of its first day. The last day is said only where it took several.")
_CAME = N_("A row for each institution and role: how many listened, how many taught. F7 adds a row.")
_GROUP_ENDS = N_("The last day of its work. A group without one is at work.")
_CAME_OF_IT = N_("What came of the work, in words that others can use.")
_SITS = N_("A row for each member: the institution, and who comes from it. F7 adds a row.")

_PROMISED = N_("What will be done, in a few words. Who looks for it later finds it by them.")
_PROMISER = N_("Who promises it: an institution, or our own centre.")
_THERE = N_("Who there will see to it. It may stay empty.")
_PROMISED_BY = N_("By when: a date, or +10 for 10 working days.")
_DECIDED = N_("One conclusion, in one sentence. It stands in the minutes as it is written here.")
_PAPERS_CLOSE = N_(
    "From then on the papers go out as they are. The day follows that of the meeting until it is changed."
)
_ASKED_STEP = N_("Which step by which body is asked for, in a few words and without names.")
_WHICH_LIST = N_("New since the last meeting, to be looked at again, or one whose proceedings should go faster.")
_OTHER_NUMBER = N_("Under which number that body keeps the same case, so that all speak of the same one.")
_MEETS = N_("How often it is held. The day of the next meeting is proposed by it.")
_ASKED_ALWAYS = N_(
    "Type part of a name and press Enter. Who is asked always, or only sometimes, stands in house order."
)
_CHAIRS = N_("As it stands on the invitation and in the minutes.")

QUESTIONS: dict[str, str] = {
    "meeting_view.what": _PROMISED, "meeting_minutes.what": _PROMISED,
    "meeting_view.agency_id": _PROMISER, "meeting_minutes.agency_id": _PROMISER,
    "meeting_view.person": _THERE, "meeting_minutes.person": _THERE,
    "meeting_view.due_on": _PROMISED_BY, "meeting_minutes.due_on": _PROMISED_BY,
    "meeting_view.text": _DECIDED,
    "meeting_minutes.text": N_("A conclusion, or under agreed minutes what is wrong in them and how it is right."),
    "meeting_view.reason": N_("Why it cannot be done any more. This is not the same as not done."),
    "meeting_view.agreed": N_("Which step was agreed about this case, and who takes it."),
    "meeting_view.again": N_("Whether the next meeting looks at this case again."),
    "meeting_attendance.agency_id": N_("For which institution she comes, or our own centre."),
    "meeting_attendance.name": N_("As it stands in the minutes, and under them where she signs."),
    "meeting_attendance.role": N_("Her office, as it is printed beside her name."),
    "meeting_attendance.answer": N_("What she answered to the invitation. As answered takes it over."),
    **PROMISES,
    "received_at": N_("The day on which the centre received the notice. The deadline is counted from it."),
    "received_time": _TIME, "granted_time": _TIME, "again_time": _TIME, "at_time": _TIME, "prolonged_time": _TIME,
    "sender_id": N_("The institution that sent the notice. The figures by sender are counted by it."),
    "unit_id": N_("The unit of the institution, if it is known."),
    "officer": N_("Who wrote or brought the notice, so that somebody can be asked."),
    "reference": N_("The number under which the sender keeps the notice. By it both sides find it again."),
    "name": N_("As it is written in the notice. It can be corrected later."),
    "birth_year": N_("The year alone. A personal code is never kept."),
    "sex": _UNKNOWN, "relation_ended": _UNKNOWN,
    "role": N_("Who experienced violence, who is at risk, which child saw it, and who poses the risk."),
    "phone": N_("It stays hidden until a safe way to call is agreed."), "email": _HIDDEN, "address": _HIDDEN,
    "municipality": N_("Where the person lives. Leave it empty if it was not given."),
    "kinds": N_("Everything that the notice says. Several may be chosen."),
    "relation": N_("What the one who poses the risk is to the person."),
    "children_saw": N_("Whether children saw or heard it, as far as the notice says."),
    "incident_time": _INCIDENT_TIME,
    "incident_on": N_("The day of the incident, if it is known. It cannot be later than the notice."),
    "incident_place": N_("The place as the notice tells it."),
    "granted_by": N_("Who granted it. Choose an institution, or type another name."),
    "granted_at": _GRANTED, "obligations": N_("What the one who poses the risk must do, or may not do."),
    "risk_instrument": _RISK, "risk_level": _RISK, "risk_on": _RISK,
    "description": N_("A few words on what happened. No personal codes."),
    "channel": _OWN_LIST, "kind": _OWN_LIST, "purpose": _CONSENT, "recipient_id": _CONSENT,
    "at": N_("When it was tried: now, unless it is written down later."),
    "person_id": N_("The way agreed with this person is the one that counts."),
    "again_at": N_("When to try again. The next allowed time is proposed."),
    "outcome": N_("Where buttons bear digits, the keys 1 to 5 choose."),
    "help_outcome": N_("What the person said about help. It becomes the outcome of the notice."),
    "outside_reason": _OUTSIDE, "reason": N_("Which reasons there are depends on the outcome."),
    "note": N_("What whoever goes on with it must know."),
    "allowed": N_("Unknown means no. Yes needs a way, days and hours."),
    "days": _HOURS, "begins": _HOURS, "ends": _HOURS,
    "number": N_("Left empty, it is the person's own number."),
    "voicemail": N_("No, unless the person said that a message is safe."),
    "who": N_("With whom it is safe to speak, if somebody else answers."),
    "say": N_("What to answer if somebody else picks up, so that nothing is given away."),
    "confirmed_on": N_("The day on which the person said so. After some weeks it is asked again."),
    "on_day": N_("The help counts in the month of this day."),
    "persons": N_("Everybody who took part. The minutes count once."),
    "minutes": N_("How long the help took. For a group it counts once."),
    "calls": N_("How many people called without saying who they are. Each counts, the minutes are for all of them."),
    "done_on": N_("The day on which it was carried out. Leave it empty until then."),
    "worker_role": N_("In which profession you worked. The figures of help are counted by it."),
    "for_whom": N_("Whether an adult, a child or a family was helped."),
    "onward_id": _ONWARD, "consent_id": _ONWARD,
    "withheld": N_("What the person does not want to be told to anybody."),
    "given_on": N_("The day on which the person gave it."), "how": N_("Spoken or signed, as it was."),
    "until": N_("Left empty, it holds until it is withdrawn."),
    "withdrawn_on": N_("From this day on nothing more is passed on."),
    "told_to": N_("Whom you told that nothing more may be passed on."),
    "what": N_("What is to be done, in the words agreed with the person."),
    "implementer_id": N_("Left empty, the centre does it itself."),
    "due_on": N_("By when. Today reminds of it."), "effect": _EFFECT, "effect_on": _EFFECT,
    "other_id": N_("Find the other person by name or code. Both pages then show the link."),
    "on": N_("The day since which it holds. A later outcome takes the place of this one."),
    "other_centre_id": N_("The centre that goes on with it."), "of_id": _FIRST_COUNTS, "earlier": _FIRST_COUNTS,
    "which": N_("Which order or measure of this notice is meant."),
    "prolonged_until": N_("Until when it was prolonged. Today reminds of the new end."),
    "ended_on": N_("The day on which it was lifted before its end."),
    "for_id": N_("Left empty, whoever comes next sees it."),
    "to_id": N_("From now on it stands on this worker's Today."),
    "text": _SHIFT, "referral_id": _SHIFT,
    "short_name": N_("As lists show it."), "parent_id": N_("The institution above it. A notice may come from a unit."),
    "municipalities": N_("Where it works. The tree of institutions is ordered by it."),
    "representative": _WHO_SPEAKS, "deputy": _WHO_SPEAKS, "active_from": _WORKS, "active_until": _WORKS,
    "fingerprint": N_("The 64 signs on the sister centre's page for receivers. By them its seal is known again."),
    "name_en": _NAMED, "name_lt": _NAMED, "name_sr_Latn": _NAMED, "name_sr_Cyrl": _NAMED,
    "job_title": _AS_PRINTED, "new": _NEW_WORDS, "again": _NEW_WORDS,
    "old": N_("The one that holds now: so nobody can change it at your open desk."),
    "legal_code": _LETTERHEAD, "town": _LETTERHEAD, "work_days": _WEEK, "day_begins": _WEEK, "day_ends": _WEEK,
    "first_contact_days": _CONTACT_RULE, "first_contact_source": _CONTACT_RULE,
    "safe_contact_days": N_("After so many days a safe contact is asked for again before a call."),
    "repeat_months": N_("A further notice about the same person within so many months is a repeat."),
    "prepared_by": _SIGNS, "prepared_by_title": _SIGNS, "approved_by": _SIGNS, "approved_by_title": _SIGNS,
    "receiver": N_("Who receives the official summary, unless another is named."),
    "day": N_("No deadline ends on a closed day. Public holidays are known already."),
    "why": N_("For those who ask later."),
    "words": N_("As forms offer it. Records that have it already show the new words too."),
    "hours": _LENGTH, "prolonged_hours": _LENGTH, "source": N_("The law or order from which the length was taken."),
    "language": N_("The language of the screen. Documents keep theirs."),
    "look": N_("Light, dark, as the system, or black on white with strong outlines."),
    "text_size": N_("Ctrl+Plus and Ctrl+Minus do the same anywhere."),
    "lock_minutes": N_("Without a key or a click. It cannot be turned off; F12 hides and locks at once."),
    "disk_left": N_("No: it is left as it is, and Today says no more about it on this computer."),
    "minimise": N_("The window then lies on the task bar. Whoever opens it there sees an empty page."),
    "window_name": N_("So the window is called on the task bar, where others may see it."),
    "holder1": _HOLDER, "holder2": _HOLDER, "holder3": _HOLDER, "first": _SHEET, "second": _SHEET,
    "passphrase": N_("Signing asks once more who it is."),
    "reconcile_sheet.receiver": N_("For whom this sheet is. An annex with names asks for it."),
    "agency.name": N_("The full official name, as letters bear it."),
    "agency.kind": N_("By kind it stands in its place on papers and in figures."),
    "agency.phone": N_("Of the institution: it is not hidden."),
    "agency.email": N_("Of the institution: it is not hidden."),
    "agency.language": N_("In which language letters to it are written; left empty, in the office's own."),
    "agency.note": N_("Whom to ask for there, and how they are best spoken to."),
    "worker.name": N_("As colleagues know her. She picks it when she unlocks."),
    "worker.role": N_("What she does here. It guides what the windows show; whoever unlocks can read everything."),
    "data.name": _LETTERHEAD, "data.short_name": _LETTERHEAD, "data.address": _LETTERHEAD, "data.phone": _LETTERHEAD,
    "data.email": _LETTERHEAD, "data.municipalities": N_("Which municipalities the centre serves."),
    "data.language": N_("In which language papers are made, unless another is chosen, and by which names are sorted."),
    "history.worker": _NARROWS, "history.kind": _NARROWS, "history.day": _NARROWS,
    "history.record": N_("A number of a notice, a code of a person, or a name of an institution."),
    "restore.worker": _THAT_DAY, "restore.passphrase": _THAT_DAY,
    "centre": N_("The other crisis centre. It stands among the institutions."),
    "month": N_("The month for which both sides agreed on the figure."),
    "unit": N_("The unit as its sheet names it. Where the sheet has one figure alone, it belongs to no unit."),
    "agreed": N_("The figure that both sides of that sheet agreed on."),
    "package_write.centre": N_("Which centre may read the package. Its card was read and its words compared."),
    "package_write.month": _SETTLED, "package_write.until": _SETTLED,
    "packages.centre": N_("Which institution of the directory this card belongs to."),
    "reconcile_sister.source": N_("As it stands on the other centre's sheet; left empty where it was only told."),
    "person_link.relation": N_("What this person is to the other one."),
    "attempt.reason": _OUTSIDE, "calls.reason": _OUTSIDE, "attempt_amend.reason": _OUTSIDE,
    "notice.kind": N_("What was ordered. The end of it is computed from the kind."),
    "plan.kind": N_("Whether it protects the person or supports her."),
    "person_plan.kind": N_("Whether it protects the person or supports her."),
    "help_end.reason": N_("Why the centre helps no more. The note says the rest."),
    "help_end.on": N_("The last day of help. It cannot lie before the day on which help was accepted."),
    "outcome.outcome": N_("It decides where the notice is counted."),
    "entry.outcome": N_("The outcome under which this reason is offered."),
    "their_rule": N_("By which day the institution counts: it explains notices at the edge of a month."),
    "what_next": N_("What both sides will do about the rest. It stands on the sheet."),
    "for_them": N_("Who agreed to the figure for the institution."),
    "for_us": N_("Who agreed to the figure for the centre."),
    "for_them_title": _AS_PRINTED, "for_us_title": _AS_PRINTED,
    "our_number": N_("For a period that is not in this log. Left empty, the log is counted."),
    "side": N_("In whose number the rows stand that the reason explains."),
    "reconcile_agreed.reason": N_("Why so many are counted by one side only."),
    "reconcile_agreed.number": N_("How many of the difference this reason explains."),
    "reconcile_agreed.unit_id": N_("The unit to which they belong, if it is one."),
    "summaries.note": N_("The director's own words under the lead."),
    "reconcile_columns.partner_id": N_("Whose list it is. Its units are those that stand below it in the directory."),
    "reconcile_columns.month": _MONTHS, "reconcile_columns.until": _MONTHS,
    "training.kind": N_("Publicity is an article, a broadcast or a campaign."),
    "training.topic": N_("What it was about, as the next agenda tells it."),
    "training.on_day": _BEGINS, "training.until_day": _BEGINS,
    "training.minutes": N_("How long it took in all: 1.5 and 1:30 are the same. It may stay empty."),
    "training.place": N_("Where it was held, or online."),
    "training.organiser_id": N_("Who held it: the centre stands first."),
    "training.publicity": N_("Where it was told of. A link is kept as text and never opened."),
    "training.note": N_("What else the next one should know. No names of persons who were helped."),
    "training.parts": _CAME, "training.agency": _CAME, "training.role": _CAME, "training.persons": _CAME,
    "training.names": N_("Officials alone, where it matters who it was. F8 hides them."),
    "working_group.name": N_("What the group is called in the agenda."),
    "working_group.purpose": N_("What the group is to bring about."),
    "working_group.since": N_("Since when it has been at work."),
    "working_group.until": _GROUP_ENDS, "group_end.until": _GROUP_ENDS,
    "working_group.results": _CAME_OF_IT, "group_end.results": _CAME_OF_IT,
    "working_group.members": _SITS, "working_group.agency": _SITS, "working_group.person": _SITS,
    "law_change.act": N_("The act that changes, as it is called."),
    "law_change.number": N_("The number of the act, where it has one."),
    "law_change.in_force_from": N_("The day from which it holds. It may lie ahead."),
    "law_change.meaning": N_("In plain words: what those who meet do otherwise from then on."),
    "law_change.link": N_("Where the text can be read. It is kept as text; the program never opens it."),
    "meeting_new.kind_id": N_("The kind brings its members, its agenda, its place and its cut-off."),
    "meeting_new.topic": N_("What it is about, where its kind does not say that."),
    "meeting_new.on_day": _MEETS, "meeting_new.begins": _TIME,
    "meeting_new.place": N_("Where those who are asked should come."),
    "meeting_new.chair": _CHAIRS, "meeting_new.minute_taker": _CHAIRS,
    "meeting_new.cut_off": _PAPERS_CLOSE, "meeting_new.closes": _PAPERS_CLOSE,
    "meeting_new.language": N_("Of agenda and minutes. Each institution gets its own copy in its own language."),
    "meeting_off.why": N_("Those who were asked will want to know it."),
    "meeting_kind.name": N_("The centre's own name for it. Left empty, the usual one holds."),
    "meeting_kind.rhythm": _MEETS, "meeting_kind.week": _MEETS, "meeting_kind.weekday": _MEETS,
    "meeting_kind.days": _MEETS, "meeting_kind.begins": _TIME,
    "meeting_kind.place": N_("Where those who are asked should come."),
    "meeting_kind.cut_off_days": _PAPERS_CLOSE, "meeting_kind.cut_off_at": _PAPERS_CLOSE,
    "meeting_kind.permanent": _ASKED_ALWAYS, "meeting_kind.occasional": _ASKED_ALWAYS,
    "meeting_kind.cases": N_("Single cases are spoken of only where a kind says on what ground: consent, or the law."),
    "meeting_kind.parts": N_("Space takes a part or leaves it out, Alt with Up or Down moves it."),
    "meeting_agenda.title": N_("Other words than the usual ones; an item of your own needs some."),
    "meeting_agenda.minutes": N_("How long it may take. The clock times of all later items follow."),
    "meeting_agenda.text": N_("Names of persons do not belong on an agenda: it goes to everybody who is asked."),
    "meeting_cases.notice": N_("Type part of the name or the number of the notice."),
    "meeting_cases.listed": _WHICH_LIST, "put_on_meeting.listed": _WHICH_LIST,
    "meeting_cases.asked": _ASKED_STEP, "put_on_meeting.asked": _ASKED_STEP,
    "meeting_cases.police": _OTHER_NUMBER, "meeting_cases.prosecution": _OTHER_NUMBER,
    "meeting_cases.social_work": _OTHER_NUMBER,
    "put_on_meeting.meeting": N_("Planned meetings of a kind that speaks of single cases."),
    **PROTOCOL_FIELDS,
}  # fmt: skip
"""By the name of the field, or by screen and field where it means something else there."""


FILTERS: dict[str, str] = {
    "words": N_("Part of any word is enough, in any script and spelling."),
    "in_progress": N_("Notices of which nobody has said yet what became of them, and those whose help has not ended."),
    "late": N_("The first contact is overdue, and nobody was reached yet."),
    "repeat": N_("An earlier notice about the same person came within the period that the centre has set."),
    "no_reference": N_("The number under which the sender keeps the notice is missing."),
    "from_reconciliation": N_("Found missing when lists were compared with an institution, and entered from there."),
    "confirm": N_("What was agreed is so old that it is to be asked anew."),
    "unknown": N_("Nobody has agreed yet when a call is safe, so nobody calls."),
}
"""What a filter lets through, where its words alone may not say it; by the name under which it is kept."""


def answer_to_filter(name: str) -> str:
    """The English msgid that says what a filter does."""
    return FILTERS.get(name, _NARROWS)


def answer_to(screen: str, field: str) -> str:
    """The English msgid that answers; empty where there is none. `field` is as its draft calls it."""
    name = field.rsplit(".", 1)[-1]
    return QUESTIONS.get(f"{screen}.{name}", QUESTIONS.get(name, ""))
