"""The catalogues are whole, derived as they should be, and Qt's own widgets have nothing left in English."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.language import Language

FOLDER = Path(__file__).resolve().parent.parent / "translations"
sys.path.insert(0, str(FOLDER))
from babel.messages.catalog import Message  # noqa: E402

import catalogues  # noqa: E402
import checks  # noqa: E402
from extraction import sentences  # noqa: E402
from latin import read_exceptions, to_latin  # noqa: E402

KEYS_STAY = {"QShortcut", "QPageSize", "QGuiApplication"}
"""Names of keys and of paper sizes are the same in every language; the last is no sentence."""


def test_the_catalogues_have_no_fault() -> None:
    assert list(checks.all_faults()) == []


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љиљана, Његош, Џеп", "Ljiljana, Njegoš, Džep"),
        ("ЊЕГА И ЗЕМЉА", "NJEGA I ZEMLJA"),
        ("СЕЧАЊ, КРАЉ.", "SEČANJ, KRALJ."),
        ("Њ", "Nj"),
        ("инјекција, надживети", "injekcija, nadživeti"),
        ("{page} од {pages}, <b>важно</b>", "{page} od {pages}, <b>važno</b>"),
        ("из PDF-а на USB меморију, Ctrl+Z", "iz PDF-a na USB memoriju, Ctrl+Z"),
        ("МУП, ЈМБГ", "MUP, JMBG"),
        ("„ђ, ж, ћ, ч, ш“", "„đ, ž, ć, č, š“"),
        ("Љ&убав", "Lj&ubav"),
        ("српски (ћирилица)", "српски (ћирилица)"),
    ],
)
def test_latin_is_derived_from_cyrillic(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic, read_exceptions()) == latin


def test_nothing_cyrillic_is_left_in_latin_but_the_exceptions() -> None:
    exceptions = read_exceptions()
    for domain in catalogues.DOMAINS:
        for message in catalogues.entries(catalogues.read(catalogues.po_path("sr_Latn", domain), "sr_Latn")):
            said = "".join(message.string)
            for kept in exceptions.values():
                said = said.replace(kept, "")
            assert not any("Ѐ" <= sign <= "ӿ" for sign in said), said


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("lt", {0: "Įvesta", 1: "Įvestas", 2: "Įvesti", 5: "Įvesti", 11: "Įvesta", 21: "Įvestas", 22: "Įvesti"}),
        ("sr_Cyrl", {0: "Унето је", 1: "Унета је", 2: "Унете су", 5: "Унето је", 11: "Унето је", 22: "Унете су"}),
        ("sr_Latn", {21: "Uneta je", 101: "Uneta je", 111: "Uneto je"}),
    ],
)
def test_the_verb_changes_with_the_number(locale: str, forms: dict[int, str]) -> None:
    spoken = Language(locale)
    told = {n: spoken.count("{n} notice entered.", "{n} notices entered.", n) for n in forms}
    assert {n: text.partition(f" {n} ")[0] for n, text in told.items()} == forms


def test_a_sentence_glued_by_an_f_string_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "desktop"
    package.mkdir()
    (package / "room.py").write_text('print(_(f"Saved: {name}"))\n')
    with pytest.raises(SystemExit, match=r"room\.py:1"):
        sentences(package)


def test_every_way_of_marking_is_found(tmp_path: Path) -> None:
    package = tmp_path / "desktop"
    package.mkdir()
    (package / "room.py").write_text(
        'show(_("One " "whole", name=_("inside")), N_("Kept"))\n'
        'pgettext("month in a date", "May")\nlanguage.count("{n} day", "{n} days", 3)\n_(variable)\n[].count("x")\n'
    )
    found = {(sentence.context, sentence.one, sentence.many) for sentence in sentences(package)}
    assert found == {
        (None, "One whole", None),
        (None, "inside", None),
        (None, "Kept", None),
        ("month in a date", "May", None),
        (None, "{n} day", "{n} days"),
    }


@pytest.mark.parametrize(
    ("english", "translated", "fault"),
    [
        ("Saved.", "", "not translated"),
        ("Saved: {number}", "Išsaugota: {numeris}", "placeholders"),
        ("Save “{name}”", 'Išsaugoti "{name}"', "quotation marks"),
        ("Saved.", "Išsaugota", "ends otherwise"),
        ("Saved.", "Sėkmingai išsaugota.", "not our word"),
        ("&Save", "Išsaugoti", "mnemonics"),
        ("Valid until: {date}. Then not.", "Galioja iki: {date}. Tada ne.", "second full stop"),
    ],
)
def test_the_check_sees_a_fault_in_lithuanian(english: str, translated: str, fault: str) -> None:
    assert fault in " ".join(checks.entry_faults(Message(english, translated), "lt"))


@pytest.mark.parametrize(
    ("english", "translated", "fault"),
    [
        ("By {date}", "До {date}.", "second full stop"),
        ("Saved", "Cачувано", "two scripts"),
        ("Saved", "Сохранено, ещё", "not Serbian"),
        ("Open the file", "Отвори file", None),
        ("Save", "Сачувај draft", "Latin words"),
        ("&Open", "&Њега", "two in Latin"),
    ],
)
def test_the_check_sees_a_fault_in_serbian(english: str, translated: str, fault: str | None) -> None:
    found = " ".join(checks.entry_faults(Message(english, translated), "sr_Cyrl"))
    assert (fault in found) if fault else not found


def test_building_twice_does_nothing_the_second_time() -> None:
    subprocess.run([sys.executable, FOLDER / "build.py"], check=True)
    compiled = sorted(FOLDER.glob("*/LC_MESSAGES/*.mo"))
    before = [path.stat().st_mtime_ns for path in compiled]
    subprocess.run([sys.executable, FOLDER / "build.py"], check=True)
    assert len(compiled) == 6
    assert [path.stat().st_mtime_ns for path in compiled] == before


class Listening(QTranslator):
    """Hears what Qt's widgets ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        self.heard.add((context, text))
        return None

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[Listening]:
    QPrinter()  # what it loads that this machine has not is told to the log alone, whichever test comes first
    translator = Listening()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_qt_asks_for_nothing_that_is_not_translated(listening: Listening, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button != QDialogButtonBox.StandardButton.NoButton:
            buttons.addButton(button)
    message = QMessageBox()
    message.setDetailedText("x")
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    line, text = QLineEdit(), QPlainTextEdit()
    shown = [buttons, message, files, QInputDialog(), line, text, QPrintDialog(QPrinter())]
    menus = [line.createStandardContextMenu(), text.createStandardContextMenu()]
    for widget in [*shown, *menus]:
        qtbot.addWidget(widget)
    known = {(m.context, m.id) for m in catalogues.entries(catalogues.read(catalogues.template_path("qt")))}
    ours = {(context, words) for context, words in listening.heard if context not in KEYS_STAY}
    wordless = {(context, words) for context, words in ours if not any(sign.isalpha() for sign in words)}
    layouts = {(context, words) for context, words in ours if words[:1].isdigit() or words in {"Form", "mm"}}
    keys = {(context, words) for context, words in ours if words.startswith("Alt+")}
    units = {(context, words) for context, words in ours if words.startswith(("Pica", "Didot", "Cicero"))}
    assert ("QPlatformTheme", "Cancel") in ours
    assert ours - known - wordless - layouts - keys - units == set()
