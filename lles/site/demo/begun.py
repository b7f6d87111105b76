"""Letters that are begun: one waits for a second person's signature, one tells the court at short notice."""

from typing import TYPE_CHECKING

from lles.casefile.changes.conversations import Words
from lles.casefile.changes.people import allocate
from lles.law.bilingual import Text
from lles.site.demo.asking import AUTHORITY, POLICE, answer, ask, check_of, chose, parents, spoke
from lles.site.demo.authors import letter, option
from lles.site.demo.cast import Cast
from lles.site.demo.days import StoryDays
from lles.site.demo.writing import introduce, post_introduction
from lles.work.safeguarding.changes.further import write_further
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.rules.further_facts import FurtherKind

if TYPE_CHECKING:
    from lles.casefile.models import Case, Party

DRUNK = "He came to the house drunk twice this spring. Nel saw it and went to her room."
STOPPED = "I have not had a drink since May. I would like to show that to somebody."
ANALYSIS = Text(
    en="The mother says that the father was drunk in front of Nel twice in the spring. The father says that"
    " he has stopped drinking. Nobody else told us of it, and nothing shows yet whether he has.",
    cy="Dywed y fam fod y tad yn feddw o flaen Nel ddwywaith yn y gwanwyn. Dywed y tad ei fod wedi rhoi'r"
    " gorau i yfed. Ni soniodd neb arall wrthym am hyn, ac nid oes dim yn dangos eto a ydyw.",
)
WHY = Text(
    en="Nel has not been heard, and the two accounts differ.",
    cy="Nid yw Nel wedi cael ei chlywed, ac mae'r ddau'n rhoi hanes gwahanol.",
)
AT_SHORT_NOTICE = (
    "We have spoken with the mother alone. She raised no worry about safety. We have not reached the father,"
    " and no answer can be expected before the hearing."
)


def begin_letters(to_sign: "Case", too_soon: "Case", cast: Cast, days: StoryDays) -> None:
    """A letter that its author has written and may not file alone, and one that has to be short."""
    _hear_both(to_sign, cast, days)
    _ask_to_sign(to_sign, cast, days)
    _at_short_notice(too_soon, cast, days)


def _hear_both(case: "Case", cast: Cast, days: StoryDays) -> None:
    nia, clerk = cast["nia"], cast["owain"]
    mother, father = parents(case)
    allocate(case=case, by=cast["rhian"], at=days.at(7, 9, 40), to=nia)
    introduce(case, nia, days.at(7, 11), (mother, father))
    asked = ((mother, "north-wales", "wrexham"), (father, "cheshire", "cheshire-west-and-chester"))
    for party, force, council in asked:
        post_introduction(case, nia, days.at(7, 15, 50), party)
        ask(case, clerk, days.at(6, 10), check_of(case, party, POLICE), force)
        ask(case, clerk, days.at(6, 10, 10), check_of(case, party, AUTHORITY), council)
    _heard(case, cast, days, mother, Words(DRUNK, "en", case.children.get(), topic="allegations"), 5)
    _heard(case, cast, days, father, Words(STOPPED, "en", topic="allegations"), 4)
    for party, _, _ in asked:
        for kind in (POLICE, AUTHORITY):
            answer(case, clerk, days.at(2, 11), check_of(case, party, kind), "nothing_known")


def _heard(case: "Case", cast: Cast, days: StoryDays, party: "Party", words: Words, days_ago: int) -> None:
    chose(case, cast["nia"], days.at(days_ago, 13, 55), party, "en")
    spoke(case, cast["nia"], days.at(days_ago, 14), party, "en", (words,))


def _ask_to_sign(case: "Case", cast: Cast, days: StoryDays) -> None:
    rests_on = [f"concern:{one.pk}" for one in case.concerns.order_by("pk")]
    content = letter(case, ANALYSIS, rests_on, (option("section_7", WHY),), ("duty_officer",))
    write_letter(case=case, by=cast["nia"], at=days.at(1, 15, 20), content=content)
    ask_for_signature(case=case, by=cast["nia"], at=days.at(1, 15, 50), kind=KIND)


def _at_short_notice(case: "Case", cast: Cast, days: StoryDays) -> None:
    daniel, clerk = cast["daniel"], cast["sunita"]
    mother, father = parents(case)
    allocate(case=case, by=cast["paul"], at=days.at(1, 9), to=daniel)
    introduce(case, daniel, days.at(1, 9, 40), (mother, father))
    for party in (mother, father):
        post_introduction(case, daniel, days.at(1, 11), party)
        ask(case, clerk, days.at(1, 11, 30), check_of(case, party, POLICE), "cheshire")
    chose(case, daniel, days.at(1, 14), mother, "en")
    spoke(case, daniel, days.at(1, 14, 5), mother, "en", ())
    write_further(
        case=case, by=daniel, at=days.at(1, 16, 40), kind=FurtherKind.SHORT_NOTICE, words=AT_SHORT_NOTICE,
        language="en", asks=("adjourn", "no_interim_order"),
    )  # fmt: skip
