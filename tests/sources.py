"""A source file as the house rules read it: what it imports, and what each name in it refers to."""

from __future__ import annotations

import ast
from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True)
class Import:
    """One name that a module takes from elsewhere."""

    line: int
    target: str
    late: bool


@dataclass(frozen=True)
class Module:
    """One source file, by its path from the root."""

    path: str
    source: str
    slow: Set[str] = field(default=frozenset())
    """Our own modules that load something heavy."""

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Everything in it; to walk is dear, and every rule asks."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def name(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def room(self) -> str:
        return (self.name + ".").split(".")[1]

    @cached_property
    def imports(self) -> list[Import]:
        late = {id(n) for f in self.nodes if isinstance(f, FUNCTIONS) for n in ast.walk(f)}
        found = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found += [Import(node.lineno, alias.name, id(node) in late) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = "." * node.level + (node.module or "")
                found += [Import(node.lineno, f"{base}.{alias.name}", id(node) in late) for alias in node.names]
        return found

    @cached_property
    def origins(self) -> dict[str, str]:
        known = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for a in node.names:
                    known[a.asname or a.name.split(".")[0]] = a.name if a.asname else a.name.split(".")[0]
            elif isinstance(node, ast.ImportFrom):
                known.update({a.asname or a.name: f"{node.module}.{a.name}" for a in node.names})
        return known

    def dotted(self, node: ast.AST) -> str:
        """The full name of what an expression refers to, as far as imports tell."""
        if isinstance(node, ast.Name):
            return self.origins.get(node.id, "")
        if isinstance(node, ast.Attribute):
            before = self.dotted(node.value)
            return f"{before}.{node.attr}" if before else ""
        return ""

    @cached_property
    def texts(self) -> list[ast.Constant]:
        """Every piece of text that is not a docstring."""
        told = {id(n.value) for n in self.nodes if isinstance(n, ast.Expr)}
        nodes = [n for n in self.nodes if isinstance(n, ast.Constant) and id(n) not in told]
        return [n for n in nodes if isinstance(n.value, str)]
