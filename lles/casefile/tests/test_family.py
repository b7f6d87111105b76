"""Who is who: a picture that says no more and no less than the words beside it."""

from itertools import pairwise

import pytest

from lles.casefile.models import Case, Child, Officer, Party, Relation
from lles.casefile.rules.family_picture import Bond, Person, picture_of
from lles.casefile.tests.pages import client_of, text_of

MOTHER, FATHER = Person("m", "Siân Morris", "applicant"), Person("f", "Gareth Bevan", "respondent")
EFA, MACSEN = Person("1", "Efa Bevan", "9"), Person("2", "Macsen Bevan", "6")


def test_what_an_adult_is_to_all_stands_in_the_box() -> None:
    bonds = [Bond("m", "1", "mother"), Bond("m", "2", "mother")]
    picture = picture_of([MOTHER, FATHER], [EFA, MACSEN], bonds)
    assert [(box.name, box.what) for box in picture.boxes[:2]] == [
        ("Siân Morris", "mother"), ("Gareth Bevan", "respondent"),
    ]  # fmt: skip
    assert [line.word for line in picture.lines] == ["", ""]


def test_what_an_adult_is_to_each_stands_on_the_line() -> None:
    bonds = [Bond("f", "1", "father"), Bond("f", "2", "step-father")]
    picture = picture_of([MOTHER, FATHER], [EFA, MACSEN], bonds)
    assert [line.word for line in picture.lines] == ["father", "step-father"]
    assert picture.boxes[1].what == "respondent"


@pytest.mark.parametrize(("adults", "children"), [(0, 0), (1, 0), (0, 3), (7, 2), (2, 9)])
def test_nobody_stands_upon_another_or_outside(adults: int, children: int) -> None:
    people = [[Person(f"{side}{n}", "N" * 60, "w" * 60) for n in range(of)]
              for side, of in (("a", adults), ("c", children))]  # fmt: skip
    picture = picture_of(people[0], people[1], [Bond("gone", "c0", "mother")])
    assert picture.lines == ()
    for is_child in (False, True):
        column = [box.y for box in picture.boxes if box.is_child is is_child]
        assert all(y >= 0 and y + 48 <= picture.height for y in column)
        assert all(later - earlier >= 48 for earlier, later in pairwise(column))
    assert all(len(box.name) <= 19 for box in picture.boxes)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_says_the_same_in_words(case: Case, own: Officer, mother: Party, language: str) -> None:
    for child in Child.objects.filter(case=case):
        Relation.objects.get_or_create(case=case, party=mother, child=child, kind="mother")
    word = {"en": "mother", "cy": "mam"}[language]
    for page in ("", "family/"):
        html = text_of(client_of(own, language), f"/cases/{case.reference}/{page}")
        picture, words = html.split('<svg class="lles-family', 1)[1].split("</svg>", 1)
        assert "<script" not in picture
        for said in (mother.name, word, *(child.name for child in case.children.all())):
            assert said in picture
            assert said in words


@pytest.mark.parametrize("page", ["", "family/"])
def test_there_is_no_picture_of_nobody(case: Case, own: Officer, page: str) -> None:
    for people in (Relation, Child, Party):
        people.objects.filter(case=case).delete()
    html = text_of(client_of(own), f"/cases/{case.reference}/{page}")
    assert "lles-family" not in html
    assert "The picture, large" not in html
    assert "Nobody is named in this case yet." in html
