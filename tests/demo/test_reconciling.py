"""The invented centre's last month beside the lists of the police: one settled, one begun, one still a file."""

from __future__ import annotations

from pathlib import Path

from desktop.centre import Centre, open_centre
from desktop.demo.layout import VAULT
from desktop.demo.passphrase import PASSPHRASE
from desktop.demo.reconciling import ANSWERS, FOLDER
from desktop.reconciliation.partner_list import understand
from desktop.spreadsheets.apart import read_file
from desktop.vault.vault import Vault
from tests.demo.conftest import NEXT_DAY


def opened(demo: Path) -> Centre:
    slot = Vault.workers(demo / VAULT)[0]
    return open_centre(Vault.unlock(demo / VAULT, slot.id, PASSPHRASE, world=NEXT_DAY.world), NEXT_DAY.world)


def test_the_lists_are_of_three_kinds_and_each_row_is_read(demo: Path) -> None:
    files = sorted((demo / FOLDER).iterdir())
    assert sorted(file.suffix for file in files) == [".csv", ".ods", ".xlsx", ".xlsx", ".xlsx"]
    for file in files:
        listed = understand(read_file(file), ANSWERS)
        assert listed.notices, file.name
        assert (listed.questions, listed.unread) == ((), ()), file.name


def test_one_is_settled_with_a_rest_and_one_is_begun(demo: Path) -> None:
    centre = opened(demo)
    told = centre.reconciliations.overview()
    assert sorted(each.kept.is_settled for each in told) == [False, True, True, True]
    settled = max((each.kept for each in told if each.kept.is_settled), key=lambda kept: kept.month)
    sums = centre.reconciliations.standing(settled.id).statement.sums
    assert sums.agreed == sums.agreed_by_us == settled.agreed
    assert (sums.entered, sums.unexplained_theirs, sums.unexplained_ours) == (1, 1, 0)
    centre.vault.lock()
