"""The invented sister centre: known by its card, one package read, the next one waiting as a file."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.demo.layout import VAULT
from desktop.demo.sister_packages import FOLDER
from desktop.paper.package import CARD_ENDING, PACKAGE_ENDING
from desktop.periods import Month
from tests.demo.test_reconciling import opened


def test_one_package_was_read_and_the_next_one_enters_the_matrix(demo: Path, tmp_path: Path) -> None:
    shutil.copytree(demo / VAULT, tmp_path / VAULT)
    centre = opened(tmp_path)
    files = sorted((demo / FOLDER).iterdir())
    assert [file.suffix for file in files] == [PACKAGE_ENDING, PACKAGE_ENDING, CARD_ENDING]
    (sister,) = (each for each in centre.packages.centres() if each.card)
    assert sister.is_pinned
    assert [(each.direction, each.serial, each.months) for each in centre.packages.kept()] == [("in", 1, ("2026-09",))]
    seen = centre.packages.preview(files[1].read_bytes())
    assert (seen.unknown, seen.told.months) == ((), ("2026-10",))
    centre.packages.take_in(files[1].read_bytes(), centre.worker, seen.said)
    (placed,) = seen.partners
    assert placed.partner is not None
    october = Month(2026, 10)
    told = centre.sisters.of(placed.partner.id, october, october)
    assert sum(each.agreed for each in told if each.centre_id == sister.agency.id) == seen.told.agreed > 0
    centre.vault.lock()
