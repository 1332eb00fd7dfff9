"""`liepa view`: the views that a worker keeps of a list: what narrows it, its order, its columns."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.saved_views import KeptView
from desktop.vault.letters import fold

LISTS = {"notices": "referrals", "persons": "people", "assistance": "help"}
"""What a list is called here, and by what name its views are kept."""
MOST_SIGNS = 20_000


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    add.on_vault("list", _("List your views; as JSON they can be kept again"), do_list, lists=True)
    save = _named(add.on_vault("save", _("Keep a view as another list told it"), do_save))
    save.add_argument("file", metavar="FILE", help=_("the view as JSON; - is standard input"))
    rename = _named(add.on_vault("rename", _("Give a view another name"), do_rename))
    rename.add_argument("to", metavar="NEW", help=_("the other name"))
    first = _named(add.on_vault("first", _("Let the list open with this view"), do_first))
    first.add_argument("--not", dest="never", action="store_true", help=_("with none of them any more"))
    _named(add.on_vault("remove", _("Delete a view"), do_remove))


def _named(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("list", choices=LISTS, metavar="LIST", help=", ".join(LISTS))
    verb.add_argument("name", metavar="NAME", help=_("the name of the view"))
    return verb


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the views of whoever works."""
    kept = [(called, view) for called, screen in LISTS.items() for view in centre.views.of(screen, centre.worker)]
    return terminal.listing(
        arguments.json,
        ({"list": called, "name": view.name, "first": view.is_first, "view": view.fields} for called, view in kept),
        [_("List"), _("Name"), _("The list opens with it")],
        ([called, view.name, _("yes") if view.is_first else ""] for called, view in kept),
    )


def do_save(centre: Centre, arguments: argparse.Namespace) -> int:
    """Keep a view under a name; one that has this name shows this from now on."""
    centre.views.keep(LISTS[arguments.list], arguments.name, _read(arguments.file), centre.worker)
    return terminal.saved()


def do_rename(centre: Centre, arguments: argparse.Namespace) -> int:
    """Give a view another name."""
    centre.views.rename(_found(centre, arguments).id, arguments.to, centre.worker)
    return terminal.saved()


def do_first(centre: Centre, arguments: argparse.Namespace) -> int:
    """Let the list open with this view, or with none."""
    centre.views.show_first(_found(centre, arguments).id, centre.worker, is_first=not arguments.never)
    return terminal.saved()


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Delete a view."""
    centre.views.delete(_found(centre, arguments).id, centre.worker)
    return terminal.saved()


def _found(centre: Centre, arguments: argparse.Namespace) -> KeptView:
    kept = centre.views.of(LISTS[arguments.list], centre.worker)
    found = next((view for view in kept if fold(view.name) == fold(arguments.name)), None)
    if found is None:
        raise Problem(N_("There is no such view: {name}"), name=arguments.name)
    return found


def _read(file: str) -> dict[str, Any]:
    """What a view says; nothing else is kept."""
    try:
        told = json.loads(sys.stdin.read(MOST_SIGNS) if file == "-" else Path(file).read_text("utf-8")[:MOST_SIGNS])
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Problem(N_("This is not a view as the list of views tells it.")) from error
    inner = told.get("view", told) if isinstance(told, dict) else None
    view: dict[str, Any] = inner if isinstance(inner, dict) else {}
    kept = {name: view[name] for name in PARTS if name in view}
    if not kept or not all(PARTS[name](part) for name, part in kept.items()):
        raise Problem(N_("This is not a view as the list of views tells it."))
    return kept


def _are_words(part: Any) -> bool:
    return isinstance(part, list) and all(isinstance(word, str) for word in part)


def _are_filters(part: Any) -> bool:
    return isinstance(part, dict) and all(
        _are_words(value) if name == "chips" else isinstance(value, str) for name, value in part.items()
    )


def _is_order(part: Any) -> bool:
    return isinstance(part, list) and len(part) == 2 and isinstance(part[0], str) and isinstance(part[1], bool)


PARTS: Mapping[str, Callable[[Any], bool]] = {"filters": _are_filters, "sort": _is_order, "columns": _are_words}
"""What a view says, and whether that can be shown."""
