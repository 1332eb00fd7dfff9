"""The same working day through the real windows, with keys and clicks, from first run to restore."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.centre import Centre
from desktop.paper.preview import page_text
from desktop.paper.seal import Kind
from desktop.records.assistance_draft import AssistanceQuery
from desktop.records.vocabulary import WEEKDAYS
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.journeys import a_day
from tests.journeys.hands import CTRL, SHIFT, Hands, Office
from tests.journeys.test_day_by_commands import leaks

MOST_KEYS = 60
"""Keys besides the typed text in which a notice must be entered: at five a second, under a minute."""


def first_run(hands: Hands, office: Office) -> None:
    """Country, centre, passphrase, three sheets saved and two typed back, no second place yet."""
    steps: Any = hands.door.page
    language_step, centre_step, words_step, sheets_step, proof, _backup = steps.steps
    hands.choose(language_step.country, "LT")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.fill(centre_step.form.fields["name"], a_day.CENTRE)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.fill(words_step.worker, a_day.DIRECTOR)
    hands.fill(words_step.first, a_day.PASSPHRASE)
    hands.fill(words_step.again, a_day.PASSPHRASE)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: steps.step is sheets_step and sheets_step.beginning.shares)
    read = []
    for card in sheets_step.cards:
        paper = office.folder / f"sheet-{card.number}.pdf"
        hands.fill(card.holder, a_day.HOLDERS[card.number - 1])
        hands.push("Save as PDF", card)
        hands.name_file(paper)
        hands.until(paper.exists)
        read.append(signs_on(paper))
        paper.unlink()
    hands.push("Next: rehearsal")
    hands.fill(proof.first, read[0])
    hands.fill(proof.second, read[2].lower().replace(" ", ""))
    hands.until(lambda: proof.is_proven)
    hands.push("Next")
    hands.push("Begin")
    hands.on("today")


def signs_on(paper: Path) -> str:
    """The eleven groups as they stand on the paper."""
    words = page_text(paper.read_bytes(), 0).split()
    groups = [word for word in words if len(word) == 4 and word.isalnum() and word.upper() == word]
    start = next(i for i in range(len(groups)) if _reads(" ".join(groups[i : i + 11])))
    return " ".join(groups[start : start + 11])


def _reads(text: str) -> bool:
    from desktop.problems import Problem
    from desktop.vault.shares import Share

    try:
        Share.parse(text)
    except Problem:
        return False
    return True


def prepare(hands: Hands) -> None:
    """The director lets a worker in and enters the institution that sends notices."""
    hands.press(Qt.Key.Key_0, CTRL)
    centre = hands.on("centre")
    hands.click(centre.names.entries["agencies"])
    hands.press(Qt.Key.Key_F6)
    form = hands.on("agency").form
    hands.fill(form.fields["name"], "Klaipėdos rajono policijos komisariatas žymuo")
    hands.fill(form.fields["short_name"], a_day.SENDER)
    hands.choose(form.fields["kind"], "police")
    hands.press(Qt.Key.Key_Return, CTRL)
    centre = hands.on("centre")
    hands.click(centre.names.entries["people"])
    hands.press(Qt.Key.Key_F6)
    form = hands.on("worker").form
    hands.fill(form.fields["name"], a_day.WORKER)
    hands.choose(form.fields["role"], "cases")
    hands.fill(form.fields["new"], a_day.SECOND)
    hands.fill(form.fields["again"], a_day.SECOND)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.on("centre")


def enter_notice(hands: Hands) -> None:
    """By keyboard alone, from F2 to Ctrl+Enter."""
    hands.keys = 0
    hands.press(Qt.Key.Key_F2)
    form = hands.on("notice").form
    fields = form.fields
    for _back in range(3):
        hands.press(Qt.Key.Key_Tab, SHIFT)
    hands.tab_to(fields["received_at"])
    hands.type("2026-10-20")
    hands.press(Qt.Key.Key_Tab)
    hands.tab_to(fields["received_time"])
    hands.type("1652")
    hands.tab_to(fields["sender_id"])
    hands.press(Qt.Key.Key_A, CTRL)
    hands.type("žymuo")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(fields["mentions.0.name"])
    hands.type(a_day.PERSON)
    hands.tab_to(fields["mentions.0.birth_year"])
    hands.type("1984")
    hands.tab_to(fields["mentions.0.phone"])
    hands.type("0 612 30 041")
    hands.tab_to(fields["mentions.0.municipality"])
    hands.type("Klaipėdos r.")
    hands.tab_to(fields["mentions.0.sex"])
    hands.press(Qt.Key.Key_Down)
    hands.tab_to(fields["mentions.0.kinds"])
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_2)
    hands.tab_to(fields["mentions.0.relation"])
    hands.press(Qt.Key.Key_Down)
    hands.tab_to(fields["description"])
    hands.type(a_day.DESCRIPTION)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.on("referrals")
    assert hands.keys <= MOST_KEYS, f"{hands.keys} keys besides the text"


def agree_safe_contact(hands: Hands) -> None:
    """From the strip of the notice: on working mornings."""
    hands.push("Record a safe way", hands.screen.card)
    page = hands.on("safe")
    hands.choose(page.form.fields["allowed"], "yes")
    for day in WEEKDAYS[:5]:
        hands.choose(page.form.fields["days"], day)
    hands.fill(page.form.fields["begins"], "9")
    hands.fill(page.form.fields["ends"], "12")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.on("referrals")


def try_to_reach(hands: Hands, when: datetime, digit: Qt.Key) -> Any:
    """F6, the outcome by its digit, when it was, the note."""
    hands.press(Qt.Key.Key_F6)
    page = hands.on("attempt")
    hands.press(digit)
    hands.fill(page.form.fields["at"], f"{when:%Y-%m-%d}")
    hands.fill(page.form.fields["at_time"], f"{when:%H%M}")
    hands.fill(page.form.fields["note"], a_day.NOTE)
    return page


def help_her(hands: Hands, minutes: int) -> None:
    """F7, the kind, the minutes, the day."""
    hands.press(Qt.Key.Key_F7)
    page = hands.on("assistance_entry")
    fields = page.form.fields
    hands.choose(fields["kind"], "consultation")
    hands.fill(fields["minutes"], str(minutes))
    hands.fill(fields["on_day"], "2026-10-22")
    hands.fill(fields["note"], a_day.NOTE)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.on("referrals")


def work(hands: Hands) -> None:
    """Two attempts, help twice, and the second help taken back."""
    try_to_reach(hands, a_day.FIRST_TRY, Qt.Key.Key_2)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.on("referrals")
    page = try_to_reach(hands, a_day.SECOND_TRY, Qt.Key.Key_1)
    hands.choose(page.form.fields["help_outcome"], "accepted")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.on("referrals")
    for minutes in (a_day.MINUTES, 20):
        help_her(hands, minutes)
    assert hands.door.centre.assistance.minutes(AssistanceQuery()) == a_day.MINUTES + 20
    hands.press(Qt.Key.Key_Z, CTRL)
    assert hands.door.centre.assistance.minutes(AssistanceQuery()) == a_day.MINUTES


def issue(hands: Hands, office: Office) -> Path:
    """Look at the month, sign it with the passphrase, save it, and check the file like one that was received."""
    hands.press(Qt.Key.Key_9, CTRL)
    page = hands.on("summaries")
    hands.until(lambda: page.summary is not None)
    assert page.period.code() == a_day.MONTH
    hands.fill(page.sign.passphrase, "not this one at all")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: page.sign.passphrase.problem is not None)
    hands.fill(page.sign.passphrase, a_day.PASSPHRASE)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: hands.door.findChildren(QFileDialog))
    paper = office.papers / "summary.pdf"
    hands.name_file(paper)
    hands.until(paper.exists)
    hands.push("Check a received file")
    check = hands.on("check")
    hands.push("Choose a file")
    hands.name_file(paper)
    hands.until(lambda: check.verdict is not None)
    assert check.verdict.kind is Kind.GENUINE
    changed = bytearray(paper.read_bytes())
    changed[len(changed) // 2] ^= 1
    paper.with_name("changed.pdf").write_bytes(changed)
    hands.push("Choose a file")
    hands.name_file(paper.with_name("changed.pdf"))
    hands.until(lambda: check.verdict.kind is Kind.BAD)
    hands.press(Qt.Key.Key_Escape)
    hands.on("summaries")
    return paper


def evening_of(centre: Centre) -> a_day.DayEnd:
    """What the vault holds."""
    (notice,) = centre.referrals.ids()
    sheet = centre.referrals.sheet(notice)
    return a_day.DayEnd(
        persons=tuple(mention.name for mention in sheet.mentions),
        outcome=sheet.referral.outcome,
        attempts=tuple(sorted((f"{one.at:%Y-%m-%d %H:%M}", one.outcome) for one in sheet.attempts)),
        minutes=centre.assistance.minutes(AssistanceQuery()),
        workers=tuple(sorted(member.name for member in centre.staff.members())),
        issued=tuple(one.month for one in centre.press.issued()),
    )


def back_up(hands: Hands, target: Path) -> None:
    """F6 in the part of the backups, and where it goes."""
    hands.press(Qt.Key.Key_0, CTRL)
    centre = hands.on("centre")
    hands.click(centre.names.entries["backup"])
    hands.press(Qt.Key.Key_F6)
    hands.name_file(target)
    hands.until(lambda: hands.door.centre.profile_log.profile().last_backup_at is not None)


def restore(hands: Hands, target: Path) -> None:
    """Choose the backup, open it beside, compare, use it."""
    hands.push("Restore…")
    page = hands.on("restore")
    hands.push("Choose a file")
    hands.name_file(target)
    hands.until(lambda: page.info is not None)
    hands.fill(page.passphrase, a_day.PASSPHRASE)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: page.restored is not None)
    hands.push("Use this one", page.compare_card)
    hands.push("Use this one", page.question)
    hands.until(lambda: hands.door.centre is None)


def test_a_working_day_by_windows(office: Office) -> None:
    hands = office.begin()
    first_run(hands, office)
    prepare(hands)
    hands.hide()
    hands.unlock(a_day.WORKER, a_day.SECOND)
    hands.press(Qt.Key.Key_2, CTRL)
    hands.on("referrals")
    enter_notice(hands)
    agree_safe_contact(hands)
    work(hands)
    half_typed_text_is_there_after_the_lock(hands)
    hands.hide()
    hands.unlock(a_day.DIRECTOR, a_day.PASSPHRASE)
    issue(hands, office)
    assert evening_of(hands.door.centre) == a_day.EXPECTED
    target = office.stick / "copy.liepa-backup"
    back_up(hands, target)
    hands.press(Qt.Key.Key_2, CTRL)
    notices = hands.on("referrals")
    hands.push("Look in all months")
    hands.until(notices.card.isVisible)
    help_her(hands, 60)
    assert evening_of(hands.door.centre) != a_day.EXPECTED
    hands.press(Qt.Key.Key_0, CTRL)
    hands.on("centre")
    restore(hands, target)
    hands.unlock(a_day.DIRECTOR, a_day.PASSPHRASE)
    assert evening_of(hands.door.centre) == a_day.EXPECTED
    assert leaks(office.folder, a_day.MARKERS) == [], "nothing of the day stands in any file outside the vault"
    of_cases = tuple(marker for marker in a_day.MARKERS if marker not in a_day.WORKER)
    assert leaks(office.stick, of_cases) == [], "a backup names who may open it, and nothing else"


def half_typed_text_is_there_after_the_lock(hands: Hands) -> None:
    """F12 in the middle of a name: after the unlock the same page, the same letters."""
    hands.press(Qt.Key.Key_F2)
    name = hands.on("notice").form.fields["mentions.0.name"]
    hands.tab_to(name)
    hands.type("Pusiau ŽYMUO-77123")
    hands.hide()
    hands.unlock(a_day.WORKER, a_day.SECOND)
    name = hands.on("notice").form.fields["mentions.0.name"]
    assert name.raw() == "Pusiau ŽYMUO-77123"
    hands.press(Qt.Key.Key_Escape)
    hands.on("referrals")
    hands.door.centre.drafts.drop("notice", None, hands.door.centre.worker)


def test_half_typed_text_is_there_after_a_crash(office: Office, first_day: tuple[Path, Still]) -> None:
    folder = office.folder / "documents" / "centre.liepa"
    shutil.copytree(first_day[0], folder)
    hands = office.begin(folder)
    hands.unlock(WORKER, PASSPHRASE)
    hands.press(Qt.Key.Key_F2)
    hands.tab_to(hands.on("notice").form.fields["mentions.0.name"])
    hands.type("Pusiau Žymen")
    drafts, by = hands.door.centre.drafts, hands.door.centre.worker
    hands.until(lambda: drafts.of("notice", None, by) is not None)
    left = office.folder / "documents" / "left.liepa"
    shutil.copytree(folder, left)
    again = office.begin(left)
    again.unlock(WORKER, PASSPHRASE)
    again.press(Qt.Key.Key_F2)
    assert again.on("notice").form.fields["mentions.0.name"].raw() == "Pusiau Žymen"
    assert leaks(office.folder, ("Pusiau",)) == []
