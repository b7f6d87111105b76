"""The file as the letter needs it, read once for all its readers and both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import prefetch_related_objects

from lles.casefile import register
from lles.casefile.documents import COURT
from lles.casefile.models import (
    Case,
    Check,
    CheckAnswer,
    Child,
    Conversation,
    Party,
    ReceivedPaper,
    Relation,
)
from lles.casefile.queries.naming import READ_BY_ALL, Naming, naming_of
from lles.casefile.queries.papers import received_papers
from lles.casefile.queries.readers import adults
from lles.casefile.queries.work import asked_of_case, conversations_of, latest_answer
from lles.casefile.rules.bodies import body_name
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text
from lles.work.safeguarding.models import Letter, Withholding
from lles.work.safeguarding.queries.concerns import Said, everything_said, marked_words
from lles.work.safeguarding.queries.readers import Reader, withholdings
from lles.work.safeguarding.rules.letter_content import Content, Decision, Option, OwnWords
from lles.work.safeguarding.rules.unnamed import Unnamed


@dataclass(frozen=True)
class LetterRecord:
    """What the letter of a case is made from: the record, and what its author added to it."""

    case: Case
    letter: Letter | None
    content: Content
    adults: Sequence[Party]
    children: Sequence[Child]
    checks: Sequence[Check]
    others: Sequence[Check]
    conversations: Sequence[Conversation]
    withheld: Sequence[Withholding]

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Everything any adult raised: in papers to the court, and then in the order in which it was said."""
        return everything_said(self.case, self.adults, self.conversations)

    @cached_property
    def answers(self) -> Mapping[int, CheckAnswer]:
        """The answer that stands, by its check."""
        found = ((check.pk, latest_answer(check)) for check in self.everybody_asked)
        return {check: answer for check, answer in found if answer is not None}

    @cached_property
    def every_answer(self) -> tuple[CheckAnswer, ...]:
        """Every answer that came, also one that another took the place of."""
        return tuple(answer for check in self.everybody_asked for answer in check.answers.all())

    @property
    def everybody_asked(self) -> Sequence[Check]:
        """Every question: to police and councils about adults, to others close to a child about the child."""
        return [*self.checks, *self.others]

    @cached_property
    def naming(self) -> Naming:
        """Which reader learns who was asked."""
        return naming_of(self.case, self.checks)

    def unnamed_for(self, reader: Reader) -> tuple[Check, ...]:
        """The questions of which this reader does not learn who was asked."""
        return tuple(one for one in self.checks if one.body and not self.naming.tells(one, reader.party))

    @cached_property
    def relations(self) -> Sequence[Relation]:
        """What each adult is to each child."""
        return list(self.case.relations.select_related("child").order_by("child_id", "pk"))

    @cached_property
    def earlier(self) -> tuple[Text, ...]:
        """What the service knew of these people before, as the court reads it."""
        return register.known_before(self.case, COURT)

    @cached_property
    def orders(self) -> Sequence[str]:
        """The kinds of order that were asked for."""
        return list(self.case.applications.order_by("pk").values_list("kind", flat=True))

    @cached_property
    def papers(self) -> Sequence[ReceivedPaper]:
        """The papers that others gave us."""
        return received_papers(self.case)

    @cached_property
    def marked(self) -> Mapping[int, str]:
        """What was said, with a mark in place of each protected detail, by its number."""
        return marked_words(self.case, self.said)

    def unnamed(self, reader: Reader) -> Unnamed:
        """Which of the bodies that were asked this reader is not told by name."""
        return unnamed_for(self.naming, reader)

    def decision_on(self, number: int) -> Decision:
        """What becomes of one thing that was said."""
        return self.content.decision_on(number)

    def is_kept_from(self, number: int, reader: Reader) -> bool:
        """Whether what was said is kept from this reader's version."""
        return reader.party is not None and reader.party.slug in self.decision_on(number).kept_from

    def body_for(self, check: Check, reader: Reader) -> Text | None:
        """Who was asked, unless the name would point to where a protected person lives."""
        if check.is_source:
            return word(f"check.{check.kind}")
        if not self.naming.tells(check, reader.party):
            return None
        return body_name(check.kind, check.body)


def unnamed_for(naming: Naming, reader: Reader) -> Unnamed:
    """The bodies that a reader is not told by name, and those that the reader is."""
    known_as = f"party:{reader.party.pk}" if reader.party else READ_BY_ALL
    return Unnamed(naming.hidden_from(known_as), naming.shown_to(known_as))


def letter_record(case: Case, letter: Letter | None, content: Content | None = None) -> LetterRecord:
    """The record behind a letter; with the content as it is being written, where that is given."""
    prefetch_related_objects([case], "children", "parties", "hearings")
    asked = asked_of_case(case)
    return LetterRecord(
        case=case,
        letter=letter,
        content=content or content_of(letter),
        adults=adults(case),
        children=list(case.children.all()),
        checks=[one for one in asked if not one.is_source],
        others=[one for one in asked if one.is_source],
        conversations=conversations_of(case),
        withheld=withholdings(letter),
    )


def content_of(letter: Letter | None) -> Content:
    """What the author added, as values."""
    if letter is None:
        return Content()
    language: Language = "cy" if letter.language == "cy" else "en"
    return Content(
        language=language,
        words={key: OwnWords.from_data(one) for key, one in letter.words.items()},
        concerns={int(key): Decision.from_data(one) for key, one in letter.concerns.items()},
        options=tuple(Option.from_data(one, language) for one in letter.advice),
        next_steps=tuple(letter.next_steps),
    )
