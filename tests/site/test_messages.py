"""New sentences come into the catalogue of their folder, and nothing written there is lost."""

from pathlib import Path

from tools.messages import add_missing
from tools.translations import problems

SAID = """
from django.utils.translation import gettext, ngettext, pgettext

def said(n):
    return gettext("A \\"new\\" day"), pgettext("is", "Yes"), ngettext("%(num)s case", "%(num)s cases", n)
"""


def test_it_adds_what_is_missing_once_and_keeps_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "lles" / "work"
    folder.mkdir(parents=True)
    (folder / "apps.py").write_text('"""Work."""\n')
    (folder / "views.py").write_text(SAID)
    catalogue = folder / "locale" / "cy" / "LC_MESSAGES" / "django.po"
    assert add_missing(tmp_path / "lles") == {catalogue: 3}
    written = catalogue.read_text(encoding="utf-8").replace(
        'day"\nmsgstr ""', 'day"\nmsgstr "Diwrnod newydd"'
    )
    catalogue.write_text(written, encoding="utf-8")
    assert add_missing(tmp_path / "lles") == {}
    assert catalogue.read_text(encoding="utf-8") == written
    left = " ".join(problems(tmp_path / "lles"))
    assert "'Yes'" in left
    assert "six forms" in left or "of 6 forms" in left
    assert "new" not in left.replace("nobody says", "")
