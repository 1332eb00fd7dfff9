"""Finds every sentence that the program says, by reading its syntax trees.

The trees show what a pattern over the text would miss: calls inside calls, joined strings, and sentences glued together
with an f-string, which nobody could translate and which are therefore refused here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KEYWORDS: dict[str, tuple[str, ...]] = {
    "_": ("one",),
    "N_": ("one",),
    "say": ("one",),
    "ngettext": ("one", "many"),
    "count": ("one", "many"),
    "pgettext": ("context", "one"),
    "NP_": ("context", "one"),
}
"""What the arguments of a call mean. `count` and `say` are methods of `desktop.language.Language`."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as it stands in the code."""

    one: str
    many: str | None
    context: str | None
    file: str
    line: int


def sentences(package: Path) -> list[Sentence]:
    """Every sentence of a package, in the order of its files and lines; glued ones are an error."""
    found: list[Sentence] = []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), name)
        found += sorted(_sentences(tree, name), key=lambda sentence: sentence.line)
    return found


def _sentences(tree: ast.AST, file: str) -> Iterator[Sentence]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        roles = KEYWORDS.get(called, ())
        arguments = call.args[: len(roles)]
        if not roles or len(arguments) < len(roles):
            continue
        if called in ("_", "N_", "NP_") and any(isinstance(argument, ast.JoinedStr) for argument in arguments):
            raise SystemExit(f"{file}:{call.lineno}: a sentence glued together by an f-string cannot be translated")
        texts = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
        if len(texts) == len(roles) and all(isinstance(text, str) and text for text in texts):
            said = dict(zip(roles, texts, strict=True))
            yield Sentence(said["one"], said.get("many"), said.get("context"), file, call.lineno)
