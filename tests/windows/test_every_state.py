"""What screens come to when somebody works on them: questions, panels, answers beside, verdicts, mistakes in forms.

How every screen stands when it is opened is looked at in `test_every_screen`; here an act comes first, and the same is
asked of what it brings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.periods import Month
from desktop.problems import Problem
from desktop.vault.backup import back_up
from desktop.windows.album import PICTURES, Picture
from desktop.windows.pictures import Stage
from desktop.windows.reconcile_groups import GROUPS
from desktop.windows.screens import PAGES, RAIL
from tests.conftest import PASSPHRASE, Day, Fill
from tests.windows.looking import faults, settle
from tests.windows.measuring import closer_faults, english_left
from tests.windows.whole_day import everything, put_on, stage_on

LOOKS = (("sr_Cyrl", "dark", 200, (1024, 640)), ("lt", "light", 160, (1366, 768)))
"""Language, scheme, size of text and window; screens take turns."""
COUNTS = "Nuovada\tSpalis\nKretinga\t46\nSalantai\t7\n"
Act = Callable[[Any, Path], object]


@pytest.fixture(autouse=True)
def nothing_flashes() -> None:
    """Looked for elsewhere: to see every event takes longer than all these screens."""


@pytest.fixture(scope="module")
def stage(
    qapp: QApplication, later_day: Callable[[Fill], Day], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The one window on a centre in which everything has happened."""
    yield from stage_on(later_day(everything), tmp_path_factory.mktemp("states"))


def _picture(name: str) -> Picture:
    return next(picture for picture in PICTURES if picture.name == name)


def _wrong(stage: Stage, locale: str) -> list[str]:
    settle()
    return [*faults(stage.door), *closer_faults(stage.door), *english_left(stage.door, locale)]


def _received(page: Any, place: Path, change: Callable[[bytes], bytes]) -> None:
    """Check the summary of October, changed on the way or not."""
    press, by = page.desk.centre.press, page.desk.centre.worker
    issued = press.issued(Month(2026, 10))
    paper = press.reissue(issued[0].id) if issued else press.issue(Month(2026, 10), by=by)
    file = place / "gauta.pdf"
    file.write_bytes(change(press.write(paper, place / "sava.pdf").read_bytes()))
    page.check(file)


def _beside(page: Any, place: Path, *, opened: bool) -> None:
    """A backup is looked at, or opened beside and counted."""
    file = place / "a.liepa-backup"
    if not file.exists():
        back_up(page.desk.centre.vault, file)
    page.look_at(file)
    if opened:
        page.form.put({"passphrase": PASSPHRASE})
        page.open_beside()
        page.ask()


def _figure(page: Any, _place: Path) -> None:
    page._choose("received/total/count")
    page.panel.tell_why()


def _freeze(page: Any, _place: Path) -> None:
    for name in ("for_us", "for_them"):
        page.figures.form.fields[name].set_raw(("", "Jonas Jonaitis"))
    page.ask_to_freeze()


def _back(page: Any, _place: Path) -> None:
    """What the act before has changed is taken back, for others work on the same centre."""
    vault = page.desk.centre.vault
    page.desk.centre.history.undo(vault.head().count, vault.worker)
    page.refresh()


def _over(page: Any, _place: Path) -> None:
    page._is_over = True
    page._show()


def _rows(tab: str) -> Act:
    """The first row of a tab's list is chosen."""

    def act(page: Any, _place: Path) -> None:
        page.open(tab)
        page.tab.view.selectRow(0)

    return act


STATES: dict[str, Sequence[Act]] = {
    "summary": [_figure],
    "check": [
        lambda page, place: _received(page, place, bytes),
        lambda page, place: _received(page, place, lambda sealed: sealed + b"more"),
        lambda page, place: _received(page, place, lambda _sealed: b"%PDF-1.7 nothing"),
    ],
    "reconcile-columns": [
        lambda page, _place: page.list.checked(),
        lambda page, _place: page.read_pasted(COUNTS),
        lambda page, _place: page.read(Path("/nowhere/list.xlsx")),
    ],
    "reconcile-review": [lambda page, _place: page.look_at(page.queue.shown.rivals[0]), _over],
    "reconcile-agreed": [
        *(partial(lambda group, page, _place: page.cards.choose(group), group) for group in GROUPS),
        lambda page, _place: (page.cards.choose("theirs"), page.table.view.selectRow(0), page.table.pick()),
        _freeze,
    ],
    "reconciliation": [lambda page, _place: page.take_out(), _back],
    "meeting-board": [
        lambda page, _place: page.show_why(),
        lambda page, _place: page.banner.ask(Problem("October"), lambda: None),
    ],
    "meeting-view": [lambda page, _place: page.promise(), lambda page, _place: page.decide()],
    "meeting-minutes": [lambda page, _place: page.ask(), lambda page, _place: page.items.promise()],
    "meeting-attendance": [lambda page, _place: page.add_guest()],
    "commitments": [
        partial(lambda how, page, _place: page.card.ask(how), how) for how in ("done", "another_day", "impossible")
    ],
    "problems": [partial(lambda how, page, _place: page.card.ask(how), how) for how in ("solve", "step", "again")],
    "protocol-alignment": [_rows("alignment")],
    "protocol-versions": [_rows("versions")],
    "protocol-duties": [_rows("duties")],
    "people": [lambda page, _place: page.part.remove(page.desk.centre.staff.members()[0])],
    "history": [lambda page, _place: page.part.view.selectRow(1), lambda page, _place: page.part.test()],
    "backups": [lambda page, _place: page.part.banner.tell(Problem("October"))],
    "restore": [
        lambda page, place: _beside(page, place, opened=False),
        lambda page, place: _beside(page, place, opened=True),
    ],
}
"""By picture what is done there; each begins with the screen as it opens."""


@pytest.mark.parametrize(("name", "dress"), list(zip(STATES, cycle(LOOKS), strict=False)), ids=list(STATES))
def test_what_an_act_brings_may_be_shown(
    stage: Stage, name: str, dress: tuple[str, str, int, tuple[int, int]], tmp_path: Path
) -> None:
    found = []
    put_on(stage, *dress)
    for number, act in enumerate(STATES[name]):
        stage.show(_picture(name))
        page = stage.door.frame.top
        act(page, tmp_path)
        assert stage.door.frame.top is page
        found += [(number, fault) for fault in _wrong(stage, dress[0])]
        page.keep_now()
        stage.door.frame.cover(None)
    assert found == []


KINDS = {kind.NAME: kind for group in (*RAIL, PAGES) for kind in group}
FORMS = [picture for picture in PICTURES if hasattr(KINDS.get(picture.screen), "save")]
HANDFULS = [FORMS[first : first + 12] for first in range(0, len(FORMS), 12)]


@pytest.mark.parametrize("pictures", HANDFULS, ids=lambda pictures: f"{pictures[0].name}-to-{pictures[-1].name}")
def test_a_form_with_mistakes_may_be_shown(stage: Stage, pictures: Sequence[Picture]) -> None:
    found, told = [], 0
    put_on(stage, *LOOKS[1])
    for picture in pictures:
        stage.show(picture)
        page: Any = stage.door.frame.top
        for field in page.form.fields.values():
            for edit in field.findChildren(QLineEdit):
                edit.setText("" if field.required else "31 02")
            for long in field.findChildren(QPlainTextEdit):
                long.setPlainText("")
        page.save()
        settle()
        if stage.door.frame.top is page:
            told += sum(bool(field.problem) for field in page.form.fields.values())
            found += [(picture.name, fault) for fault in _wrong(stage, LOOKS[1][0])]
    assert found == []
    assert told
