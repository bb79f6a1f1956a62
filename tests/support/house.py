"""The shape of the house, measured from its code: ``python -m tests.support.house`` prints it.

Rooms are the folders directly below ``publist/``; floors come from the imports between rooms, the lowest is 1.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "publist"

Graph = dict[str, set[str]]
"""What each module (or room) imports."""


def modules() -> dict[str, ast.Module]:
    """The syntax tree of every module of the package, by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(name: str, tree: ast.Module, known: Iterable[str]) -> set[str]:
    """The modules of the house that a module imports, wherever in its text (for types too)."""
    wanted = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                wanted.add(whole if whole in known else node.module)
        elif isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
    return {module for module in wanted & set(known) if module != name}


def module_graph(trees: Mapping[str, ast.Module]) -> Graph:
    """What each module imports."""
    return {name: imports(name, tree, trees) for name, tree in trees.items()}


def room_of(module: str) -> str:
    """The room that a module is in: ``build`` for ``publist.build.plan``; "" for the package itself."""
    return [*module.split("."), ""][1]


def room_graph(graph: Mapping[str, Iterable[str]]) -> Graph:
    """What each room imports of others; the package's own ``__init__`` and ``__main__`` belong to none."""
    rooms: Graph = {}
    for name, below in graph.items():
        room = room_of(name)
        rooms.setdefault(room, set()).update({room_of(module) for module in below} - {room})
    return {room: below - {""} for room, below in rooms.items() if room not in ("", "__main__")}


def circle(graph: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """A way from a node back to itself; empty if there is none."""
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if name in above:
            return (*above[above.index(name) :], name)
        if name not in done:
            for below in sorted(graph[name]):
                if found := visit(below, (*above, name)):
                    return found
            done.add(name)
        return ()

    return next((found for name in graph if (found := visit(name, ()))), ())


def floors(rooms: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """The floor of each room: one above the highest that it imports."""
    known: dict[str, int] = {}

    def floor(room: str) -> int:
        if room not in known:
            known[room] = 1 + max((floor(below) for below in rooms[room]), default=0)
        return known[room]

    for room in rooms:
        floor(room)
    return known


def function_lengths(trees: Iterable[ast.Module]) -> list[int]:
    """The lines of each function, its docstring and decorators left out."""
    lengths = []
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                first = body[0].lineno if body else node.lineno
                lengths.append((node.end_lineno or first) - first + 2)
    return lengths


def main() -> None:
    """Print rooms by floor, circles, and the sizes of files and functions."""
    trees = modules()
    graph = module_graph(trees)
    rooms = room_graph(graph)
    by_floor = floors(rooms) if not circle(rooms) else {}
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")]
    functions = function_lengths(trees.values())
    print(f"rooms {len(rooms)}, floors {max(by_floor.values(), default=0)}")
    for number in sorted(set(by_floor.values()), reverse=True):
        print(f"  {number}  {', '.join(sorted(room for room, at in by_floor.items() if at == number))}")
    print(f"circles: {' -> '.join(circle(graph) or circle(rooms)) or 'none'}")
    print(f"files {len(lines)}, lines {sum(lines)}, median {median(lines):.0f}, largest {max(lines)}")
    ninth = quantiles(functions, n=10)[8]
    print(f"functions {len(functions)}, median {median(functions):.0f}, p90 {ninth:.0f}, max {max(functions)}")


if __name__ == "__main__":
    main()
