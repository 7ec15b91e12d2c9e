"""The rules of the house hold, and the tools that keep them break when a rule is broken on purpose."""

from __future__ import annotations

import ast
import pickle
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from clipper.errors import ClipperError, every_error

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "clipper"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house in which a rule can be broken."""
    shutil.copytree(PACKAGE, tmp_path / "clipper", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contracts(house: Path) -> tuple[int, str]:
    """The exit code and the words of import-linter over a copy of the house."""
    command = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as c; c()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", command, "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_contracts_hold(house: Path) -> None:
    code, words = contracts(house)
    assert code == 0, words


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("article/page.py", "import clipper.store", "Imports only go down"),
        ("capture/__init__.py", "import clipper.clean", "Imports only go down"),
        ("settings.py", "import clipper.article.clip", "Imports only go down"),
        ("operations/find.py", "import PySide6.QtCore", "Qt only in gui and webengine"),
        ("cli/output.py", "import PySide6", "Qt only in gui and webengine"),
        ("operations/find.py", "import sqlalchemy", "SQLAlchemy and Tantivy only in store"),
        ("gui/theme.py", "import tantivy", "SQLAlchemy and Tantivy only in store"),
        ("operations/find.py", "import clipper.store.tables", "The tables are private to store"),
        ("gui/theme.py", "import clipper.store", "The window reaches the work rooms only through operations"),
        ("article/page.py", "import clipper.article.clip", "No import circles"),
    ],
)
def test_a_contract_breaks_when_it_is_broken(house: Path, file: str, line: str, contract: str) -> None:
    broken = house / "clipper" / file
    broken.write_text(broken.read_text("utf-8") + f"\n{line}\n", "utf-8")
    code, words = contracts(house)
    assert code == 1, words
    assert f"{contract} BROKEN" in " ".join(words.split())


def test_a_room_that_the_house_does_not_know_is_refused(house: Path) -> None:
    (house / "clipper" / "helpers.py").write_text('"""A drawer for everything."""\n', "utf-8")
    code, words = contracts(house)
    assert code == 1
    assert "helpers" in words


def test_the_language_of_the_house_imports_nothing_of_ours() -> None:
    found = [
        f"{file.name}: {name}"
        for file in sorted((PACKAGE / "article").glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or ", ".join(each.name for each in node.names)]
        if name.startswith("clipper") and not name.startswith("clipper.article")
    ]
    assert found == []


def test_the_gui_thread_never_waits() -> None:
    waits = {"processEvents", "result", "waitForDone"}
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno} .{node.func.attr}()"
        for file in sorted((PACKAGE / "gui").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in waits
        # background.py takes the result of a future that is done.
        if not (file.name == "background.py" and node.func.attr == "result")
    ]
    assert found == []


def test_the_command_line_needs_no_qt_and_each_command_only_its_own_rooms() -> None:
    code = (
        "import sys, importlib; import clipper.cli.main as m\n"
        "light = sorted(sys.modules)\n"
        "[importlib.import_module('clipper.cli.commands.' + name) for name in set(m.COMMANDS.values())]\n"
        "import clipper.cli.demo, clipper.wiring\n"
        "print(*[n for n in sys.modules if n.startswith('PySide6')], '|', *light)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    qt, _bar, light = done.stdout.partition("|")
    assert qt.strip() == ""
    heavy = {"sqlalchemy", "httpx", "lxml", "bs4", "keyring", "typst", "tantivy", "rich", "pebble"}
    assert heavy & set(light.split()) == set()


def test_the_door_is_light_to_import() -> None:
    """Every spawned process imports it again."""
    code = "import sys; import clipper.__main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith(("click", "PySide6", "clipper."))] == [
        "clipper.__main__"
    ]


def sample(kind: type[ClipperError]) -> ClipperError:
    """An error of this kind with some value in every field."""
    values = [7 if field.type in (int, "int") else field.name for field in fields(kind)]
    return kind(*values)


CAUSES = [kind for kind in every_error().values() if not kind.__subclasses__()]


@pytest.mark.parametrize("kind", CAUSES, ids=lambda kind: kind.__name__)
def test_every_cause_has_a_sentence_and_a_hint_and_pickles(kind: type[ClipperError]) -> None:
    error = sample(kind)
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), back.values) == (kind, error.values)
    assert "sentence" in vars(kind)
    assert "hint" in vars(kind)
    assert kind.sentence.endswith(".")
    assert not kind.hint or kind.hint.endswith(".")
    known = {field.name for field in fields(kind)}
    used = {
        name for text in (kind.sentence, kind.hint) for _t, name, _f, _c in Formatter().parse(text) if name
    }
    assert used <= known


def test_codes_are_unique() -> None:
    kinds: list[type[ClipperError]] = [ClipperError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert len(every_error()) == len(kinds)


def test_every_module_and_public_name_says_what_it_is_for() -> None:
    silent = [
        f"{file.relative_to(ROOT)}: {getattr(node, 'name', 'module')}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in _public(ast.parse(file.read_text("utf-8")))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def _public(tree: ast.Module) -> list[ast.Module | ast.ClassDef | ast.FunctionDef]:
    named = [
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
    ]
    return [tree, *named]


def test_no_file_is_longer_than_a_sitting() -> None:
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text("utf-8").splitlines())
        for file in PACKAGE.rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}
