"""The house rules hold in every module; and each rule is shown to find its breach, in invented ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.house import (
    FLOORS,
    LONGEST,
    ROOT,
    RULES,
    Faults,
    catching,
    chance,
    docstrings,
    faults,
    floors,
    late_imports,
    lengths,
    names,
    offline,
    read,
    screens,
    sentences,
    slow_modules,
    statements,
    type_checking,
)  # fmt: skip
from tests.sources import Module


@pytest.fixture(scope="module", autouse=True)
def nothing_is_kept() -> Iterator[None]:
    """The trees of all modules are many objects; whoever clears up after these tests would look through them all."""
    yield
    read.cache_clear()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Callable[[Module], Faults]) -> None:
    assert faults(rule, read("desktop")) == []


def test_no_file_anywhere_is_too_long() -> None:
    assert faults(lengths, read("tests", "bench", "translations")) == []
    assert (ROOT / "run.py").read_text(encoding="utf-8").count("\n") <= LONGEST


def test_the_architecture_page_shows_the_same_floors() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    shown = page.split("## Floors", 1)[1].split("```", 2)[1]
    assert [line.split("  ")[0].strip() for line in shown.strip().splitlines()] == FLOORS.strip().splitlines()


CAUGHT = [
    (floors, "desktop/vault/keys.py", "from desktop.records.person import Person"),
    (floors, "desktop/vault/keys.py", "from desktop import records"),
    (floors, "desktop/vault/keys.py", "def f():\n    import desktop.centre"),
    (floors, "desktop/vault/keys.py", "from desktop.paper.sheet import Sheet"),
    (floors, "desktop/windows/frame.py", "from desktop.commands import parser"),
    (floors, "desktop/__init__.py", "from desktop import world"),
    (floors, "desktop/cellar/wine.py", "x = 1"),
    (floors, "desktop/windows/frame.py", "from desktop.cellar import wine"),
    (floors, "desktop/windows/frame.py", "from . import table"),
    (screens, "desktop/records/person.py", "import PySide6.QtCore"),
    (screens, "desktop/demo/pictures.py", "def f():\n    from PySide6.QtGui import QImage"),
    (offline, "desktop/vault/keys.py", "import socket"),
    (offline, "desktop/windows/help.py", "def f():\n    from urllib.request import urlopen"),
    (offline, "desktop/windows/help.py", "from PySide6 import QtNetwork"),
    (statements, "desktop/figures/month.py", "q = 'SELECT a FROM b'"),
    (statements, "desktop/windows/list.py", "q = f'''\n  UPDATE {table} SET a = 1'''"),
    (statements, "desktop/figures/month.py", "import sqlalchemy as sa\nsa.text(query)"),
    (statements, "desktop/figures/month.py", "from sqlalchemy import text as t\nt(query)"),
    (statements, "desktop/figures/month.py", "c.exec_driver_sql(q)"),
    (chance, "desktop/vault/keys.py", "from datetime import datetime as d\nd.now()"),
    (chance, "desktop/vault/keys.py", "import datetime\ndatetime.date.today()"),
    (chance, "desktop/vault/keys.py", "from time import time\nx = time"),
    (chance, "desktop/vault/keys.py", "import uuid as u\nu.uuid4()"),
    (chance, "desktop/vault/keys.py", "from uuid import uuid7\nf(default=uuid7)"),
    (chance, "desktop/vault/keys.py", "import os\nos.urandom(8)"),
    (chance, "desktop/vault/keys.py", "from secrets import token_bytes"),
    (chance, "desktop/vault/keys.py", "import random"),
    (chance, "desktop/vault/record.py", "from sqlalchemy import func\nfunc.now()"),
    (chance, "desktop/windows/clock.py", "from PySide6.QtCore import QDate\nQDate.currentDate()"),
    (chance, "desktop/demo/people.py", "import random\nrandom.choice(x)"),
    (chance, "desktop/demo/people.py", "from random import Random\nRandom()"),
    (chance, "desktop/records/people.py", "from random import Random\nRandom(7)"),
    (late_imports, "desktop/vault/keys.py", "def f():\n    import json"),
    (late_imports, "desktop/vault/keys.py", "class A:\n    def f(self):\n        from desktop.world import World"),
    (type_checking, "desktop/vault/keys.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    pass"),
    (type_checking, "desktop/vault/keys.py", "import typing\nif typing.TYPE_CHECKING:\n    pass"),
    (docstrings, "desktop/vault/keys.py", "x = 1"),
    (docstrings, "desktop/vault/keys.py", '"""Keys"""'),
    (docstrings, "desktop/vault/keys.py", '"""the keys of the vault."""'),
    (lengths, "desktop/vault/keys.py", "x = 1\n" * 401),
    (names, "desktop/vault/key_utils.py", ""),
    (names, "desktop/common/keys.py", ""),
    (names, "desktop/vault/keys.py", "class KeyManager:\n    pass"),
    (names, "desktop/vault/keys.py", "class PersonDTO:\n    pass"),
    (catching, "desktop/vault/keys.py", "try:\n    f()\nexcept Exception:\n    pass"),
    (catching, "desktop/vault/keys.py", "try:\n    f()\nexcept:\n    pass"),
    (catching, "desktop/vault/keys.py", "try:\n    f()\nexcept (OSError, BaseException) as e:\n    raise E from e"),
    (catching, "desktop/vault/keys.py", "try:\n    f()\nexcept BaseException as e:  # noqa: BLE001\n    kept = e"),
    (sentences, "desktop/windows/frame.py", "_(f'Saved {n}')"),
    (sentences, "desktop/windows/frame.py", "language.say(f'Saved {n}')"),
    (sentences, "desktop/windows/frame.py", "_('Saved ' + n)"),
]


@pytest.mark.parametrize(("rule", "path", "source"), CAUGHT)
def test_a_breach_is_found(rule: Callable[[Module], Faults], path: str, source: str) -> None:
    assert list(rule(Module(path, source)))


def test_what_is_allowed_is_let_through() -> None:
    source = '''"""Keeps keys: a sentence. And what it must never know."""
import time
from datetime import datetime
from random import Random
from uuid import UUID
from urllib.parse import quote
from desktop.world import World
from desktop.demo import people
from desktop import __version__

LABEL = _("Select a month")

class Manageress:
    """UPDATE nothing SET anything."""

def unlock(world: World) -> datetime:
    import sqlalchemy
    from desktop.centre import open_centre
    chance = Random(7)
    try:
        time.perf_counter()
    except BaseException:
        tidy()
        raise
    try:
        pass
    except BaseException as kept:  # noqa: BLE001 - carried across foreign code
        later = kept
    return world.now(), datetime.fromisoformat("2026-11-02"), UUID(int=7), _(problem.sentence, **values)
'''
    module = Module("desktop/demo/story.py", source, frozenset({"desktop.centre"}))
    assert [(rule.__name__, fault) for rule in RULES for fault in rule(module)] == []


def test_a_module_is_slow_if_what_it_imports_is() -> None:
    sources = {
        "desktop/vault/vault.py": "import sqlalchemy",
        "desktop/centre.py": "from desktop.vault.vault import Vault",
        "desktop/places.py": "def f():\n    import reportlab",
    }
    assert slow_modules([Module(path, source) for path, source in sources.items()]) == {
        "desktop.vault.vault",
        "desktop.centre",
    }
