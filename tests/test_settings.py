"""What this computer remembers: whole, within bounds, and never a reason to stop."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.settings import FILE, LOOKS, Settings

USUAL = Settings(
    "lt", "dark", 160, 10, "office", "/home/a/data.liepa", "AdnQ", {"referrals": [600, 400]}, {}, "0f" * 16, True, True
)  # fmt: skip


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    USUAL.write(tmp_path / "new" / "folder")
    assert Settings.read(tmp_path / "new" / "folder") == USUAL
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == [FILE]


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert Settings.read(tmp_path) == Settings()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"language = [", b"language = 3", b"text_size = 'big'"])
def test_a_damaged_file_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert Settings.read(tmp_path) == Settings()


@given(size=st.integers(), minutes=st.integers(), look=st.text(max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_value_is_within_its_bounds(tmp_path: Path, size: int, minutes: int, look: str) -> None:
    Settings(look=look, text_size=size, lock_minutes=minutes).write(tmp_path)
    read = Settings.read(tmp_path)
    assert 100 <= read.text_size <= 200
    assert 1 <= read.lock_minutes <= 15
    assert read.look in LOOKS


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    USUAL.write(tmp_path / "file" / "below")
