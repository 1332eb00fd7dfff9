"""The last evening of the invented centre: what the shift left open, so that Today and the calls are alive.

Nothing here is a true person's; the words stand in both countries' languages.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.centre import Centre
from desktop.demo.family import leave_family
from desktop.records.care_draft import PlanDraft
from desktop.records.contact_draft import OutcomeDraft
from desktop.records.handover_log import HandoverDraft
from desktop.vault.vault import Worker

OLD = timedelta(days=21)
"""After so long without an answer a notice is closed as not reached."""
SAID = {
    "lt": ("Prašė skambinti tik tada, kai sūnus darželyje. Numerį patikslins socialinė darbuotoja.",
           "Aptarti saugumo planą, kol galioja orderis."),
    "sr_Cyrl": ("Молила је да се зове само док је син у вртићу. Број ће проверити социјална радница.",
                "Разговарати о плану безбедности док мера траје."),
}  # fmt: skip
"""By the language of the centre: the note for the next shift, and a measure of a plan."""


def leave_open(centre: Centre, workers: list[Worker], today: date) -> None:
    """Close what is long over, hand the rest over, and plan something for tomorrow."""
    language = centre.profile_log.profile().language
    note, measure = SAID["lt" if language == "lt" else "sr_Cyrl"]
    by = workers[0] if workers else centre.worker
    calls = centre.contacts.due()
    for call in calls:
        if call.due_at.date() < today - OLD:
            centre.referrals.decide(call.referral_id, OutcomeDraft("not_reached"), by)
    fresh = [call for call in calls if call.due_at.date() >= today - OLD]
    about = fresh[0].referral_id if fresh else None
    centre.handovers.write(HandoverDraft(note, referral_id=about), by)
    for item in centre.due.read().items:
        if item.person_id is not None and item.kind == "order":
            draft = PlanDraft(person_id=item.person_id, kind="protect", what=measure, due_on=today + timedelta(days=1))
            centre.care.plan_measure(replace(draft, referral_id=item.referral_id), by)
            break
    leave_family(centre, by)
