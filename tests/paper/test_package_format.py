"""The page of the format says what the code does: its example is read, its fields and numbers are those of the code."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

from desktop.paper import package as form
from desktop.paper import told_figures as told
from desktop.paper.signed_text import canonical

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "package-format.md").read_text(encoding="utf-8")


def example() -> dict[str, object]:
    found = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def test_the_example_is_read_and_comes_back_the_same() -> None:
    figures = told.figures_from_json(example())
    assert json.loads(canonical(told.figures_as_json(figures))) == example()
    assert figures.agreed == 8


def test_every_field_of_the_code_stands_in_the_tables_and_no_other() -> None:
    tables = PAGE.split("### The figures")[1].split("## Reading")[0]
    rows = re.findall(r"^\| (`.*?) \|", tables, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}
    kinds = (told.ToldFigures, told.ToldPartner, told.ToldUnit, told.ToldFigure, told.ToldCentre)
    own = {field.name for kind in kinds for field in fields(kind)}
    assert named == own - {"fingerprint"}
    assert "`fingerprint` (control code)" in tables
    card = PAGE.split("## The card")[1].split("## The package")[0]
    assert set(re.findall(r"^\| `([a-z_]+)` \|", card, re.MULTILINE)) == form._CARD_FIELDS


def test_the_numbers_are_those_of_the_code() -> None:
    for sign in (form.PACKAGE, form.CARD, form._FIGURES, form._CARD):
        assert f"`{sign.decode()}`" in PAGE
    for ending in (form.PACKAGE_ENDING, form.CARD_ENDING):
        assert f"`{ending}`" in PAGE
    assert f"version {form.FORMAT}\n" in PAGE
    assert f"at most {form.LARGEST // 2**20} MiB" in PAGE
    assert f"| {form.KEY_ID} |" in PAGE
    for most in (told.MOST_MONTHS, told.MOST_PARTNERS, told.MOST_UNITS, told.MOST_FIGURES, told.LONGEST,
                 told.MOST_NAMES, told.LARGEST, told.MOST_PACKAGES):  # fmt: skip
        assert f"{most:,}" in PAGE
