"""The house rules of ARCHITECTURE.md, each as a function that finds the breaches in one module."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from tests.sources import Module

ROOT = Path(__file__).resolve().parent.parent
FLOORS = """
__main__
windows | commands
demo
centre
cooperation
meetings
protocol
summaries
figures | reconciliation
records
vault | paper | spreadsheets | periods | settings
language | wordlist | serbian
problems | world | places
"""
"""From the top down. A room may import what stands on a lower line, and nothing else."""
HEIGHT = {room.strip(): -line for line, rooms in enumerate(FLOORS.split("\n")) for room in rooms.split("|")}

SQL_ROOMS = {"vault", "records"}
EDGES = {"desktop/windows/messages.py", "desktop/windows/worker.py", "desktop/commands/terminal.py"}
LONGEST = 400
HEAVY = {
    *(
        "PySide6",
        "sqlalchemy",
        "reportlab",
        "pyhanko",
        "pyhanko_certvalidator",
        "pikepdf",
        "cryptography",
        "asn1crypto",
    ),
    *("babel", "xlsxwriter", "python_calamine", "docx", "lxml", "pypdfium2", "segno", "holidays", "phonenumbers"),
    *("zoneinfo", "concurrent", "pkgutil", "uuid"),
}
"""Slow to load, some only for the door: these, and our own modules that load them, may be imported where they are
used."""
BAD_NAMES = {
    *("util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "handler", "handlers"),
    *("controller", "controllers", "service", "services", "dto", "dtos"),
}
CHANCE = re.compile(
    r"(datetime\.datetime\.(now|utcnow|today)|datetime\.date\.today|time\.(time|time_ns|localtime|gmtime|ctime|strftime)"
    r"|uuid\.uuid[14678]|os\.(urandom|getrandom)|secrets(\..*)?|random(\..*)?"
    r"|sqlalchemy\.func\.(now|random|randomblob|current_\w+)"
    r"|PySide6\.QtCore\.(QDateTime\.current\w+|QDate\.current\w+|QTime\.current\w+|QUuid\.create\w+|QRandomGenerator.*))"
)
NETWORK = re.compile(
    r"(socket|ssl|http|aiohttp|requests|asyncio|ftplib|smtplib|imaplib|urllib\.request|PySide6\.QtNetwork)(\..*)?"
)
SQL = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ALTER|ATTACH|BEGIN|VACUUM|WITH|EXPLAIN|SAVEPOINT)(\s|$)"
)
SQL_CALLS = {"sqlalchemy.text", "sqlalchemy.sql.text", "sqlalchemy.sql.expression.text"}
SAYING = {"_", "N_", "ngettext", "pgettext", "say", "count"}


Faults = Iterator[tuple[int, str]]


def floors(module: Module) -> Faults:
    """Imports run only downwards, and every room stands on a floor."""
    if module.room and module.room not in HEIGHT:
        yield 1, f"{module.room} stands on no floor"
        return
    for taken in module.imports:
        if taken.target.startswith("."):
            yield taken.line, "a relative import"
        parts = taken.target.split(".")
        if parts[0] != "desktop" or len(parts) < 2 or parts[1] in (module.room, "__version__"):
            continue
        if parts[1] not in HEIGHT:
            yield taken.line, f"{parts[1]} stands on no floor"
        elif HEIGHT[parts[1]] >= HEIGHT.get(module.room, -99):
            yield taken.line, f"{module.room or 'desktop'} imports {parts[1]}, which does not stand below it"


def screens(module: Module) -> Faults:
    """Qt stays in the windows, and the database outside them."""
    for taken in module.imports:
        package = taken.target.split(".")[0]
        if package in ("PySide6", "shiboken6") and module.room != "windows":
            yield taken.line, "Qt outside the windows"
        if package in ("sqlalchemy", "sqlcipher3") and module.room == "windows":
            yield taken.line, "the database in a window"


def offline(module: Module) -> Faults:
    """Nothing ever asks a network."""
    for taken in module.imports:
        if NETWORK.fullmatch(taken.target):
            yield taken.line, f"{taken.target}: Liepa works without a network"


def statements(module: Module) -> Faults:
    """SQL as text stays in the vault and in the logs of the records."""
    if module.room in SQL_ROOMS:
        return
    yield from ((text.lineno, "SQL text") for text in module.texts if SQL.match(str(text.value)))
    for node in module.nodes:
        if isinstance(node, ast.Call) and module.dotted(node.func) in SQL_CALLS:
            yield node.lineno, "SQL text"
        if isinstance(node, ast.Attribute) and node.attr == "exec_driver_sql":
            yield node.lineno, "SQL text"


def chance(module: Module) -> Faults:
    """The clock, identifiers and randomness are asked of the world alone; a demo may count from a seed."""
    if module.name == "desktop.world":
        return
    for taken in module.imports:
        if re.fullmatch(r"(random|secrets)(\..*)?", taken.target) and not seeded(module, taken.target):
            yield taken.line, f"{taken.target} outside the world"
    for node in module.nodes:
        named = module.dotted(node)
        if named and CHANCE.fullmatch(named) and not seeded(module, named):
            yield getattr(node, "lineno", 1), f"{named} outside the world"
        if isinstance(node, ast.Call) and module.dotted(node.func) == "random.Random" and not node.args:
            yield node.lineno, "random.Random without a seed"


def seeded(module: Module, name: str) -> bool:
    """Whether this is the demo's own generator, which repeats itself."""
    return module.room == "demo" and name in ("random", "random.Random")


def late_imports(module: Module) -> Faults:
    """Inside a function only what is slow to load is imported, and by the door the face that was asked for."""
    if module.room == "__main__":
        return
    for taken in module.imports:
        own = any(taken.target == name or taken.target.startswith(name + ".") for name in module.slow)
        if taken.late and not own and taken.target.split(".")[0] not in HEAVY:
            yield taken.line, f"{taken.target} is imported inside a function"


def type_checking(module: Module) -> Faults:
    """No imports for the type checker alone: they hide a circle."""
    for node in module.nodes:
        if "TYPE_CHECKING" in (getattr(node, "id", ""), getattr(node, "attr", "")):
            yield getattr(node, "lineno", 1), "TYPE_CHECKING"


def docstrings(module: Module) -> Faults:
    """A module says in a sentence what it is for."""
    first = (ast.get_docstring(module.tree) or "").split("\n")[0]
    if not first.endswith(".") or first[0].islower():
        yield 1, "the docstring's first line is not a sentence"


def lengths(module: Module) -> Faults:
    """A file is short enough to be read at one go."""
    lines = module.source.count("\n")
    if lines > LONGEST:
        yield lines, f"{lines} lines"


def names(module: Module) -> Faults:
    """Files and classes bear the nouns of the desk, not of the trade."""
    for part in re.split(r"[./_]", module.name):
        if part in BAD_NAMES:
            yield 1, f"the name {part}"
    for node in module.nodes:
        if isinstance(node, ast.ClassDef):
            words = {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+", node.name)}
            yield from ((node.lineno, f"the name {word}") for word in words & BAD_NAMES)


def catching(module: Module) -> Faults:
    """Everything is caught at the edges alone; elsewhere only to tidy up and raise it again.

    What must be carried across foreign code and raised behind it says so in its line.
    """
    for node in module.nodes:
        if not isinstance(node, ast.ExceptHandler) or module.path in EDGES:
            continue
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        caught = {getattr(kind, "id", "") for kind in kinds if kind} or {"Exception"}
        raised = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        told = "noqa: BLE001 - " in module.source.splitlines()[node.lineno - 1]
        if not raised and ("Exception" in caught or ("BaseException" in caught and not told)):
            yield node.lineno, "everything is caught outside the edges"


def sentences(module: Module) -> Faults:
    """A sentence that is translated is one literal, never put together."""
    for node in module.nodes:
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAYING and (isinstance(node.args[0], ast.JoinedStr) or name == "_"):
                yield node.lineno, f"a sentence put together inside {name}()"


RULES: tuple[Callable[[Module], Faults], ...] = (
    floors, screens, offline, statements, chance, late_imports, type_checking,
    docstrings, lengths, names, catching, sentences,
)  # fmt: skip


def slow_modules(modules: Sequence[Module]) -> frozenset[str]:
    """Our own modules that load something heavy, themselves or by what they import."""
    slow: set[str] = set()
    while True:
        more = {
            module.name
            for module in modules
            for taken in module.imports
            if not taken.late and module.name not in slow
            and (taken.target.split(".")[0] in HEAVY or slow & {taken.target, taken.target.rpartition(".")[0]})
        }  # fmt: skip
        if not more:
            return frozenset(slow)
        slow |= more


@cache
def read(*folders: str) -> tuple[Module, ...]:
    """The modules of these folders."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    sources = {p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8") for p in paths}
    slow: set[str] = set()
    modules = tuple(Module(path, source, slow) for path, source in sources.items())
    slow |= slow_modules(modules)
    return modules


def faults(rule: Callable[[Module], Faults], modules: Iterable[Module]) -> list[str]:
    """What a rule finds, each with its place."""
    return [f"{module.path}:{line}: {fault}" for module in modules for line, fault in rule(module)]
