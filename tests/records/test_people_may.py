"""The order by safe contact is the one in which each person's own rule answers, whatever the day and hour."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from random import Random

from desktop.records.contact_draft import PersonDraft, SafeContactDraft
from desktop.records.people import People, PeopleQuery
from desktop.records.people_may import ORDER
from desktop.records.referral_log import ReferralLog
from desktop.records.vocabulary import WEEKDAYS
from tests.builders import a_safe_contact
from tests.conftest import Still


def test_persons_stand_as_their_rules_answer_at_any_hour(referrals: ReferralLog, still: Still) -> None:
    people, by, chance = People(referrals.vault, referrals.world), referrals.vault.worker, Random(5)
    here, hours = people.world.here, (6, 10, 22)
    windows = [(first, last) for first, last in product(hours, hours) if first != last]
    ways: list[SafeContactDraft | None] = [None, SafeContactDraft("no"), SafeContactDraft("unknown")]
    for begins, ends in windows:
        for ago in (0, 30, 31):
            day = here().date() - timedelta(days=ago)
            base = a_safe_contact(days=tuple(sorted(chance.sample(WEEKDAYS, 3), key=WEEKDAYS.index)))
            span = {"begins": base.begins.replace(hour=begins), "ends": base.begins.replace(hour=ends)}
            ways.append(SafeContactDraft(**{**vars(base), **span, "confirmed_on": day}))
    for number, way in enumerate(ways):
        person = people.enter(PersonDraft(name=f"Asmuo {number}"), by)
        if way is not None:
            people.agree_safe_contact(person.id, way, by)
    seen = set()
    for _step in range(28):
        rows = people.rows(people.ids(PeopleQuery(sort="may")))
        ranks = [ORDER.index(row.may) for row in rows]
        assert ranks == sorted(ranks), here()
        back = [ORDER.index(row.may) for row in people.rows(people.ids(PeopleQuery(sort="may", descending=True)))]
        assert back == sorted(ranks, reverse=True)
        seen |= set(ranks)
        still.wait(hours=6)
    assert seen == set(range(len(ORDER)))
