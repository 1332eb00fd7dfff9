"""What the vault says, through its logs, and what the model says, in one shape, so that both can be compared."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from desktop.centre import Centre
from desktop.periods import Month
from desktop.records.assistance_draft import AssistanceQuery
from desktop.vault.vault import Worker
from tests.journeys.plain_model import Model

WORDS = {"notice": "mentions.0.name", "attempt": "note"}
"""The field of each form in which something is half typed."""


def held(centre: Centre) -> dict[str, Any]:
    """What the vault says."""
    sheets = [centre.referrals.sheet(one) for one in centre.referrals.ids()]
    labels = {sheet.referral.id: sheet.referral.label for sheet in sheets}
    people = {sheet.person.id: sheet.person for sheet in sheets if sheet.person is not None}
    helps = centre.assistance.rows(centre.assistance.ids(AssistanceQuery()))
    notes = {row.id: centre.assistance.draft_of(row.id).note for row in helps}
    return {
        "notices": {
            sheet.referral.label: (
                sheet.referral.person_name, sheet.mentions[0].birth_year, f"{sheet.referral.received_at:%m-%d %H:%M}",
                sheet.referral.description, sheet.referral.outcome, labels.get(sheet.referral.repeat_of_id, ""),
                tuple(_day(one.ended_on) or "holds" for one in sheet.measures),
                sorted((f"{a.at:%m-%d %H:%M}", a.outcome, a.note, a.worker_name) for a in sheet.attempts),
            )
            for sheet in sheets
        },
        "help": sorted(
            (row.referral_label, row.person_name, f"{row.on_day}", row.kind, row.minutes, notes[row.id],
             row.worker_name, row.is_group) for row in helps
        ),
        "safe": sorted(
            (one.name, one.safe_allowed, _clock(one.safe_from), _clock(one.safe_to))
            for one in people.values()
        ),
        "consents": sorted(
            (people[one].name, _day(consent.withdrawn_on)) for one in people for consent in centre.care.consents(one)
        ),
        "plans": sorted((plan.what, _day(plan.done_on)) for one in people for plan in centre.care.plan(one)),
        "notes": sorted(
            (one.note.text, one.note.worker_name, one.note.read_by, one.label)
            for one in centre.handovers.everything(limit=0)
        ),
        "closed": sorted(_day(one.day) for one in centre.lists.closed_days()),
        "issued": sorted(
            (one.month, int(centre.press.figures.figures(Month.parse(one.month)).table("received").value("total")))
            for one in centre.press.issued()
        ),
        "drafts": {
            member.name: sorted(
                (draft.form, labels.get(draft.about, ""), _words(draft.form, draft.fields))
                for draft in centre.drafts.all(Worker(member.id, member.name, ""))
                if draft.form != "window"
            )
            for member in centre.staff.members()
        },
    }  # fmt: skip


def expected(model: Model) -> dict[str, Any]:
    """What the model says."""
    people, notices, attempts = model.of("person"), model.of("notice"), model.of("attempt").values()
    return {
        "notices": {
            label: (
                people[row["person"]]["name"], people[row["person"]]["year"], f"{row['received']:%m-%d %H:%M}",
                row["description"], row["outcome"], model.repeats(label), (row["order"],) if row["order"] else (),
                sorted((f"{a['at']:%m-%d %H:%M}", a["outcome"], a["note"], a["by"])
                       for a in attempts if a["notice"] == label),
            )
            for label, row in notices.items()
        },
        "help": sorted(
            (row["notice"], people[person]["name"], f"{row['day']}", row["kind"], row["minutes"], row["note"],
             row["by"], len(row["persons"]) > 1)
            for row in model.of("help").values() for person in row["persons"]
        ),
        "safe": sorted((one["name"], one["allowed"], one["begins"], one["ends"]) for one in people.values()),
        "consents": sorted((people[c["person"]]["name"], c["withdrawn"]) for c in model.of("consent").values()),
        "plans": sorted((row["what"], row["done"]) for row in model.of("plan").values()),
        "notes": sorted((row["text"], row["by"], row["read_by"], row["label"]) for row in model.of("note").values()),
        "closed": sorted(model.of("closed")),
        "issued": sorted((month, row["received"]) for month, row in model.of("issued").items()),
        "drafts": {
            who: sorted((form, label, words) for (form, label), (words, _at) in kept.items())
            for who, kept in model.drafts.items()
        },
    }  # fmt: skip


def differences(model: Model, centre: Centre) -> list[str]:
    """Where the two do not agree, in lines; nothing where they do."""
    told, found = expected(model), held(centre)
    told["drafts"] = {who: told["drafts"].get(who, []) for who in found["drafts"]}
    lines = []
    for name, ours in told.items():
        theirs = found[name]
        if isinstance(ours, dict):
            lines += [f"{name} {k}: {ours.get(k)} != {theirs.get(k)}" for k in ours.keys() | theirs.keys()
                      if ours.get(k) != theirs.get(k)]  # fmt: skip
        elif ours != theirs:
            lines.append(f"{name}: only told {[x for x in ours if x not in theirs]}, only kept "
                         f"{[x for x in theirs if x not in ours]}")  # fmt: skip
    return lines


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _clock(clock: time | None) -> str:
    return f"{clock:%H:%M}" if clock else ""


def _words(form: str, fields: Any) -> str:
    return str((fields.get("form", fields)).get(WORDS.get(form, ""), ""))
