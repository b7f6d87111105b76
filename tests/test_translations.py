"""The check of the translations sees every kind of fault, and finds none where both are complete."""

import re
from pathlib import Path

import pytest

from tools.catalogues import make_ready, stale
from tools.translations import PACKAGE, PLURALS, Catalogues, problems

HEADER = (
    f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {PLURALS}\\n"\n\n'
)
PAGE = "<h1>{{ _('The case') }}</h1>{% trans n=3 %}%(n)s child{% pluralize %}%(n)s children{% endtrans %}"
CODE = 'from django.utils.translation import gettext as _\nTEXT = _("Received on %(day)s")\n'
SOUND = (
    'msgid "The case"\nmsgstr "Yr achos"\n\nmsgid "Received on %(day)s"\nmsgstr "Derbyniwyd ar %(day)s"\n\n'
    'msgid "%(n)s child"\nmsgid_plural "%(n)s children"\n'
    + "".join(f'msgstr[{n}] "%(n)s {word}"\n' for n, word in enumerate(["plentyn"] * 2 + ["blentyn"] * 4))
)

SAID_OF_DAYS = re.compile(r'_\("([^"]+)", ([^{}"]*short_day[^{}"]*)\)')
SOFTENS = "am|ar|at|dan|dros|drwy|gan|heb|hyd|i|neu|o|tan|trwy|wrth"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    package = tmp_path / "lles"
    for name, text in {"jinja2/page.html": PAGE.replace("%(n)s", "{{ n }}"), "views.py": CODE}.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text)
    say(package, SOUND)
    return package


def say(package: Path, text: str, folder: str = "locale") -> Path:
    path = package / folder / "cy" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + text, encoding="utf-8")
    return path


def test_it_finds_nothing_where_both_languages_are_complete(package: Path) -> None:
    assert problems(package) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("law.toml", 'cy = "Ni cheisiwyd siarad â {name}."'),
        ("words.toml", 'cy = "Sgwrs ag {person}"'),
        ("cy.typ", "Siaradwyd â #spoken.adult"),
        ("locale/cy/LC_MESSAGES/django.po", 'msgstr "cysylltu â %(name)s"'),
    ],
)
def test_it_sees_a_word_whose_form_hangs_on_the_name_behind_it(package: Path, name: str, text: str) -> None:
    path = package / name
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"{before}\n# {text}\n", "utf-8")
    assert len(problems(package)) == 1
    assert "say it with gyda" in problems(package)[0]
    path.write_text(f"{before}\n# {text.replace(' â ', ' gyda ').replace(' ag ', ' gyda ')}\n", "utf-8")
    assert problems(package) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"Yr achos"', '""', "no Welsh for 'The case'"),
        ('"Yr achos"', '"The case"', "mark it `#, same`"),
        ('"Yr achos"', '"Yr a\u0302chos"', "NFC"),
        ("Derbyniwyd ar %(day)s", "Derbyniwyd", "does not name the same placeholders"),
        ("Derbyniwyd ar %(day)s", "Derbyniwyd ar %(dydd)s", "does not name the same placeholders"),
        ('msgid "The case"', '#, fuzzy\nmsgid "The case"', "fuzzy"),
        ('msgstr[5] "%(n)s blentyn"\n', "", "lacks Welsh"),
        ('msgid "The case"', 'msgid "The file"', "nobody says 'The file' any more"),
    ],
)
def test_it_sees_a_fault_in_a_catalogue(package: Path, before: str, after: str, fault: str) -> None:
    assert before in SOUND
    say(package, SOUND.replace(before, after))
    assert fault in "\n".join(problems(package))


def test_it_lets_a_sentence_be_the_same_where_somebody_said_so(package: Path) -> None:
    say(
        package,
        SOUND.replace('msgid "The case"\nmsgstr "Yr achos"', '#, same\nmsgid "The case"\nmsgstr "The case"'),
    )
    assert problems(package) == []


def test_it_wants_one_rule_of_plurals(package: Path) -> None:
    path = package / "locale/cy/LC_MESSAGES/django.po"
    path.write_text(path.read_text().replace("n==6 ? 4 : 5", "n==6 ? 5 : 4"))
    assert "Plural-Forms" in "\n".join(problems(package))


def test_it_wants_names_for_placeholders(package: Path) -> None:
    (package / "views.py").write_text(CODE.replace("%(day)s", "%s"))
    assert "placeholder without a name" in "\n".join(problems(package))


def test_it_sees_two_catalogues_that_disagree(package: Path) -> None:
    say(package, 'msgid "The case"\nmsgstr "Y mater"\n', folder="work/locale")
    assert "said differently" in "\n".join(problems(package))


def test_it_lets_us_put_better_what_a_library_says(package: Path) -> None:
    say(package, 'msgid "Enter a valid date."\nmsgstr "Rhowch ddyddiad dilys."\n', folder="site/locale")
    assert problems(package) == []


def test_it_makes_a_changed_catalogue_ready_once(package: Path) -> None:
    (source,) = stale(package)
    make_ready(source)
    assert stale(package) == []
    assert source.with_suffix(".mo").read_bytes().startswith(b"\xde\x12\x04\x95")


def test_no_short_day_follows_a_welsh_word_that_would_soften_it() -> None:
    welsh = Catalogues(PACKAGE).translated
    said = {
        (sentence, name)
        for page in PACKAGE.rglob("jinja2/**/*.html")
        for sentence, given in SAID_OF_DAYS.findall(page.read_text())
        for name in re.findall(r"(\w+)=[\w.\[\]]+ \| short_day", given)
    }
    assert ("Answered on %(day)s", "day") in said
    softened = re.compile(rf"\b(?:{SOFTENS}) %\((\w+)\)s", re.IGNORECASE)
    wrong = [one for one in said if one[1] in softened.findall(str(welsh["", one[0]]))]
    assert wrong == []
