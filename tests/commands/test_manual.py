from __future__ import annotations

import argparse
import gettext
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop import language
from desktop.commands import parser
from desktop.commands.parser_kit import Later
from desktop.language import LOCALES
from tests.commands.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
WORD = re.compile(r"[a-z][a-z-]*")


def commands() -> Iterator[tuple[str, ...]]:
    """Every noun, and every verb of each."""
    for noun in parser.NOUNS:
        yield from commands_of(noun)


def commands_of(noun: str) -> Iterator[tuple[str, ...]]:
    """That noun, and every verb of it."""
    yield (noun,)
    made = Later()
    made.module = f"desktop.commands.{noun.replace('-', '_')}"
    made.fill()
    for action in made._actions:
        choices: Any = action.choices
        if isinstance(action, argparse._SubParsersAction):
            yield from ((noun, verb) for verb in choices)


@pytest.mark.parametrize("noun", ["", *parser.NOUNS])
def test_the_manual_speaks_every_language(tmp_path: Path, capsys: pytest.CaptureFixture[str], noun: str) -> None:
    desk = Desk(tmp_path, capsys)
    for words in commands_of(noun) if noun else [()]:
        english = sentences(words)
        for locale in LOCALES:
            ended = desk.run("--speak", locale, *words, "--help")
            assert (ended.code, ended.err) == (0, ""), (words, locale)
            told = " ".join(ended.out.split())
            assert told.startswith("usage") == (locale == "en"), (words, locale)
            left = [said for said in english if language.chosen().say(said) != said and stands_in(said, told)]
            assert left == [], (words, locale)


def stands_in(sentence: str, told: str) -> bool:
    """Whether it is said, and not only as a part of a longer word."""
    return sentence in told and re.search(rf"(?<![\w-]){re.escape(sentence)}(?![\w-])", told) is not None


def sentences(words: tuple[str, ...]) -> set[str]:
    """What the English manual of that command says, as msgids."""
    language.choose("en")
    parser._teach_argparse()
    here = parser.build()
    for word in words:
        sub = next(a for a in here._actions if isinstance(a, argparse._SubParsersAction))
        here = sub.choices[word]
        here.fill()
    shown = [action.help for action in here._actions] + [here.description, "options", "positional arguments"]
    return {" ".join(text.split()) for text in shown if text and text != argparse.SUPPRESS}


def test_argparse_speaks_our_catalogue_and_not_its_own(desk: Desk) -> None:
    assert vars(argparse)["_"] is not gettext.gettext
    ended = desk.run("--speak", "lt", "referral")
    assert ended.code == 2
    assert "the following arguments are required" not in ended.err


def test_every_command_named_in_the_readme_exists() -> None:
    readme, there = (ROOT / "README.md").read_text(encoding="utf-8"), set(commands())
    for line in re.findall(r"(?:^|`|/|\\)liepa(?:\.bat)? ([^`\n]*)", readme, re.MULTILINE):
        words = line.split()
        if not words or words[0].startswith(("-", "NAME", "COMMAND")) or ".liepa" in words[0]:
            continue
        for noun in words[0].split("|"):
            assert noun in parser.NOUNS, line
            if len(words) > 1 and noun != "demo" and WORD.fullmatch(words[1].split("|")[0]):
                assert {(noun, verb) for verb in words[1].split("|")} <= there, line
        options = re.findall(r"(?<![\w-])--[a-z-]+", line)
        verb = tuple(words[:2]) if tuple(words[:2]) in there else (words[0],)
        assert set(options) <= known_options(verb) | {"--speak"}, line


def known_options(words: tuple[str, ...]) -> set[str]:
    here = parser.build()
    for word in words:
        here = next(a for a in here._actions if isinstance(a, argparse._SubParsersAction)).choices[word]
        here.fill()
    return {option for action in here._actions for option in action.option_strings}


def test_the_readme_names_every_noun() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [noun for noun in parser.NOUNS if not re.search(rf"liepa (\w+\|)*{noun}\b", readme)]
    assert missing == []
