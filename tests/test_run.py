"""The one door to the sources: what it looks for, when it begins anew, and what it never touches."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parent.parent


def test_an_unknown_word_is_told_with_what_there_is() -> None:
    ended = subprocess.run([sys.executable, ROOT / "run.py", "fly"], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "fly" in ended.stdout
    assert "python3 run.py test" in ended.stdout


def test_it_needs_nothing_but_the_standard_library() -> None:
    ended = subprocess.run([sys.executable, "-I", "-S", ROOT / "run.py", "--help"], capture_output=True, check=False)
    assert ended.returncode == 0


def test_a_library_is_there_if_it_loads() -> None:
    assert not run.loads("libnever-was.so.7")


@pytest.mark.skipif(sys.platform != "linux", reason="the tables are for Linux")
def test_what_is_missing_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "loads", lambda library: False)
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert "libxcb-cursor0" not in run.missing_packages("test").values()
    assert {"libegl1", "poppler-utils"} <= set(run.missing_packages("test").values())
    assert "poppler-utils" not in run.missing_packages("app").values()
    monkeypatch.setenv("DISPLAY", ":7")
    assert "libxcb-cursor0" in run.missing_packages("app").values()


@pytest.mark.skipif(sys.platform != "linux", reason="only there sudo is needed")
def test_who_may_not_install_gets_one_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "missing_packages", lambda verb: {"libEGL.so.1": "libegl1", "pdfsig": "poppler-utils"})
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/" + name)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as told:
        run.system("test")
    lines = [line for line in str(told.value).splitlines() if "sudo" in line]
    assert len(lines) == 1
    assert lines[0].endswith("libegl1 poppler-utils")


def test_a_demo_folder_of_somebody_else_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(run, "DEMO", tmp_path)
    with pytest.raises(SystemExit, match="Move it away"):
        run.make_demo()
    assert (tmp_path / "thesis.odt").exists()


def test_a_demo_cut_short_is_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    demo, asked = tmp_path / "demo", []
    demo.mkdir()
    (demo / "passphrase.txt").touch()
    monkeypatch.setattr(run, "DEMO", demo)

    def make(*words: object) -> int:
        asked.append(words[1:])
        assert not demo.exists()
        demo.mkdir()
        return 0

    monkeypatch.setattr(run, "run", make)
    run.make_demo()
    run.make_demo()
    assert asked == [("demo", "demo")]


def test_the_lock_names_files_by_hash_and_no_place_to_fetch_them() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    named = [line for line in lock.splitlines() if "==" in line]
    assert all(line.endswith("\\") for line in named)
    assert "://" not in lock
    assert "--index" not in lock


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert [each for each in wanted if each.lower() not in lock] == []


def test_the_tests_work_in_memory_where_there_is_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT", raising=False)
    monkeypatch.setattr(run, "MEMORY", tmp_path)
    monkeypatch.setattr(run, "ROOM", 0)
    assert run.scratch() == str(tmp_path)
    monkeypatch.setattr(run, "ROOM", 1 << 62)
    assert run.scratch() != str(tmp_path)
    monkeypatch.setattr(run, "MEMORY", tmp_path / "none")
    assert run.scratch() != str(tmp_path / "none")
    monkeypatch.setenv("PYTEST_DEBUG_TEMPROOT", "elsewhere")
    assert run.scratch() == "elsewhere"
