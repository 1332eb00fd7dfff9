"""At what time it happened: kept where it is known, and in vaults that were made before it was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from desktop.centre import Centre, open_centre
from desktop.vault import migrations
from desktop.vault.vault import Vault
from tests.builders import a_referral, an_agency
from tests.conftest import PASSPHRASE, WORKER


def test_the_time_of_an_incident_is_kept_amended_and_taken_back(centre: Centre) -> None:
    police = centre.directory.enter(an_agency(), centre.worker).id
    draft = a_referral(police, incident_on=date(2026, 11, 1), incident_time=time(21, 40))
    kept = centre.referrals.enter(draft, centre.worker)
    assert centre.referrals.draft_of(kept.id).incident_time == time(21, 40)
    centre.referrals.amend(kept.id, replace(draft, incident_time=None), centre.worker)
    assert centre.referrals.sheet(kept.id).referral.incident_time is None
    centre.history.undo(centre.history.entries()[0].number, centre.worker)
    assert centre.referrals.sheet(kept.id).referral.incident_time == time(21, 40)


def test_an_older_vault_is_brought_to_know_when_it_happened(centre: Centre) -> None:
    police = centre.directory.enter(an_agency(), centre.worker).id
    draft = a_referral(police, incident_on=date(2026, 11, 1))
    kept = centre.referrals.enter(draft, centre.worker)
    with centre.vault.mending() as connection:
        run = connection.exec_driver_sql
        for name in [
            r.name for r in run("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='referral'")
        ]:
            run(f"DROP TRIGGER {name}")
        run("ALTER TABLE referral DROP COLUMN incident_time")
        run("PRAGMA user_version=7")
    centre.vault.lock()
    vault = Vault.unlock(centre.vault.folder, WORKER, PASSPHRASE, world=centre.world)
    with vault.look() as session:
        migrations.require_form(session.connection())
    again = open_centre(vault, centre.world)
    assert again.referrals.draft_of(kept.id) == replace(again.referrals.draft_of(kept.id), incident_time=None)
    again.referrals.amend(kept.id, replace(draft, incident_time=time(8, 5)), vault.worker)
    assert again.referrals.draft_of(kept.id).incident_time == time(8, 5)
    assert vault.check().whole
    vault.lock()
