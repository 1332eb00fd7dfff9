"""What is known of a notice, as its card and its sheet on paper tell it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import ENDED, ROLES
from desktop.records.wording import Wording
from desktop.windows.names import shown_name
from desktop.windows.protocol_case_rows import Told, notice_words


def head_words(sheet: ReferralSheet) -> list[str]:
    """Numbers, year of birth and place: what stands under the name."""
    notice, person = sheet.referral, sheet.person
    words = [notice.label]
    if notice.reference:
        words.append(notice.reference)
    if person is not None and person.birth_year:
        words.append(_("born {year}", year=person.birth_year))
    if notice.municipality:
        words.append(shown_place(notice.municipality, chosen().locale))
    return words


def facts_of(sheet: ReferralSheet, wording: Wording, duties: Sequence[Told] = ()) -> list[tuple[str, str]]:
    """(msgid of what is told, words) of all that is known; `duties`: what the protocol says of it."""
    notice, speak = sheet.referral, chosen()
    sender = ", ".join(a.known_as for a in (sheet.sender, sheet.unit) if a is not None)
    facts = [(N_("Sender"), " \u00b7 ".join(part for part in (sender, notice.officer) if part))]
    first = sheet.mentions[0] if sheet.mentions else None
    kinds = wording.codes("violence_kind", first.kinds) if first else ""
    when = speak.long_day(notice.incident_on) if notice.incident_on else ""
    clock = speak.clock(notice.incident_time) if notice.incident_time else ""
    facts.append((N_("Incident"), " \u00b7 ".join(p for p in (when, clock, notice.incident_place, kinds) if p)))
    if first is not None and first.relation:
        ended = f" ({_(ENDED[first.relation_ended]).lower()})" if first.relation_ended != "unknown" else ""
        facts.append((N_("Relation"), wording.code("relation", first.relation) + ended))
    for measure in sheet.measures:
        until = _("until {date}", date=speak.moment(measure.ends_at)) if measure.ends_at else ""
        facts.append(
            (N_("Order"), " \u00b7 ".join(p for p in (wording.code("measure_kind", measure.kind), until) if p))
        )
    if notice.risk_level:
        facts.append((N_("Risk"), wording.code("risk_level", notice.risk_level)))
    facts.append((N_("Others named"), "\n".join(_others(sheet))))
    facts.append((N_("Looked after by"), sheet.worker_name))
    if sheet.numbers is not None:
        facts += [
            (N_("Number at the police"), sheet.numbers.police),
            (N_("Number at the prosecution"), sheet.numbers.prosecution),
            (N_("Number at social work"), sheet.numbers.social_work),
        ]
    if sheet.duplicate_of is not None:
        facts.append((N_("Duplicate of"), sheet.duplicate_of.label))
    facts.append((N_("Protocol"), notice_words(duties)))
    return [(title, words) for title, words in facts if words]


def _others(sheet: ReferralSheet) -> list[str]:
    """Those named beside her, one line for each role."""
    roles: dict[str, list[str]] = {}
    for mention in sheet.mentions[1:]:
        roles.setdefault(mention.role, []).append(shown_name(mention.name, ""))
    return [f"{', '.join(names)} ({_(ROLES[role]).lower()})" for role, names in roles.items()]
