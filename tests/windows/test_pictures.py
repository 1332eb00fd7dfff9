"""Pictures are taken one after the other by nobody: it takes as long as it takes, and no key is pressed meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.windows.album import Picture
from desktop.windows.pictures import Stage
from tests.conftest import PASSPHRASE, Still
from tests.windows.looking import settle


def test_it_does_not_lock_while_pictures_are_taken(
    app: QApplication, folder: Path, still: Still, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.windows.step.documents_folder", lambda: tmp_path)
    stage = Stage(folder, tmp_path, PASSPHRASE, still.world)
    for _picture in range(3):
        still.wait(minutes=4)
        stage.show(Picture("today", "today"))
        stage.door.watch.look()
        settle()
    assert stage.centre.vault.is_open
    stage.close()
