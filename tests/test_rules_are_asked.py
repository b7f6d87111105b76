"""Every rule is asked by the product: one that only its scenarios ask would pass them and protect nobody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WORD = re.compile(r"[A-Za-z_]\w*")
Function = ast.FunctionDef | ast.AsyncFunctionDef

NOT_ASKED = {
    "who_writes_the_report": "the child impact report is not written here yet, only its task opens (PF-WHO)",
    "report_says_each_required_thing": "the same report, not written here yet (PF-CIR-CONTENT)",
}


def never_asked(root: Path) -> set[str]:
    """The public functions of the rules that nothing in the product uses: not tests, not the exports of a
    package, and not the function itself."""
    files = [path for path in (root / "lles").rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}
    rules = {node.name: path for path in files if is_rule(path) for node in public_functions(trees[path])}
    used = {name for path, tree in trees.items() for name in names_used(tree) if name in rules}
    return set(rules) - used - in_templates(root)


def is_rule(path: Path) -> bool:
    """Whether a file holds rules: `rules.py`, or any in a folder `rules`."""
    return path.name == "rules.py" or path.parent.name == "rules"


def public_functions(tree: ast.Module) -> Iterator[Function]:
    """The functions that a file offers to others."""
    yield from (node for node in tree.body if isinstance(node, Function) and not node.name.startswith("_"))


def names_used(tree: ast.Module) -> Iterator[str]:
    """Every name that a file uses, but for what a function says of itself; an import uses nothing."""
    for statement in tree.body:
        own = statement.name if isinstance(statement, Function) else ""
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id != own:
                yield node.id
            if isinstance(node, ast.Attribute) and node.attr != own:
                yield node.attr


def in_templates(root: Path) -> set[str]:
    """Every word that stands in a template."""
    pages = (root / "lles").rglob("jinja2/**/*.html")
    return {word for page in pages for word in WORD.findall(page.read_text(encoding="utf-8"))}


def test_the_product_asks_every_rule() -> None:
    assert never_asked(ROOT) == set(NOT_ASKED)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house with one rule, which only a test, the package and the rule itself speak of."""
    rules = tmp_path / "lles" / "work" / "intake" / "rules"
    (rules.parent / "tests").mkdir(parents=True)
    (rules.parent / "jinja2").mkdir()
    rules.mkdir()
    rule = "def it_holds(n: int) -> bool:\n    return n < 1 or it_holds(n - 1)\n"
    (rules / "holding.py").write_text(rule)
    exports = "from lles.work.intake.rules.holding import it_holds\n\n__all__ = ['it_holds']\n"
    (rules / "__init__.py").write_text(exports)
    (rules.parent / "tests" / "test_rules.py").write_text("assert it_holds(1)\n")
    return tmp_path


def test_it_sees_a_rule_that_nobody_asks(house: Path) -> None:
    assert never_asked(house) == {"it_holds"}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("queries.py", "from lles.work.intake import rules\nfound = rules.it_holds(1)\n"),
        ("work.py", "from lles.work.intake.rules import it_holds\nKINDS = {'one': it_holds}\n"),
        ("jinja2/page.html", "{% if it_holds(1) %}{{ _('It holds') }}{% endif %}\n"),
    ],
)
def test_it_sees_who_asks(house: Path, file: str, text: str) -> None:
    (house / "lles" / "work" / "intake" / file).write_text(text)
    assert never_asked(house) == set()
