"""What the file says for the documents of an order: their readers, what was made, and the facts of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import cast

from lles.casefile.documents import COURT as TO_COURT
from lles.casefile.models import Case, Child, Document, Officer, Party
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.of_case import reader_of_child
from lles.casefile.queries.readers import languages_of, nation_of, nation_of_officers
from lles.casefile.rules.in_both import NO_WORDS, Words
from lles.casefile.rules.language import languages_for, languages_for_court
from lles.casefile.rules.writing_to_children import band_of, where_to_find_help
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Language, Text
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance, NotSent, Opinion
from lles.work.family_assistance.queries.counted import nothing_of
from lles.work.family_assistance.queries.facts import (
    REPORT,
    clock_of,
    complete_plan,
    consent_is_asked_for,
    live_directions,
    months_of,
    opinion_of,
    supplier_of,
)
from lles.work.family_assistance.queries.kept_back import tell_a_wrong_end
from lles.work.family_assistance.queries.named import children_about, consents_of, is_unread, named_in
from lles.work.family_assistance.queries.paper_parts import opinion_says, parts_of, plan_says
from lles.work.family_assistance.queries.progress import told_by_step
from lles.work.family_assistance.queries.visits import visits_told
from lles.work.family_assistance.rules.papers import (
    ASKS_FOR_WORDS,
    BEFORE_THE_ORDER,
    COURT,
    ONCE,
    SHOWS_THE_PLAN,
    VIEWS,
    WORDS,
    WRITTEN,
    Paper,
    PaperFacts,
    ToCourt,
)


@dataclass(frozen=True)
class Reader:
    """Somebody for whom a version of a document is: the court, an adult whom the order names, or
    a child whom it is about."""

    reader: str
    languages: tuple[Language, ...]
    party: Party | None = None
    child: Child | None = None

    @property
    def name(self) -> str:
        """Who reads it, by name; empty for the court."""
        person = self.party or self.child
        return person.name if person else ""

    @property
    def key(self) -> str:
        """A name by which a form tells readers apart."""
        return f"party-{self.party.pk}" if self.party else f"child-{self.child.pk}" if self.child else "court"


@dataclass(frozen=True)
class Typed:
    """What the author of a document decided and wrote. Of what was written for the court the copy of an adult
    tells what stands in `tells` and `progress` for them, and nothing else."""

    words: Mapping[Language, str] = field(default_factory=dict)
    views: Mapping[Language, str] = field(default_factory=dict)
    of_child: Mapping[int, Mapping[Language, str]] = field(default_factory=dict)
    asks: str = ""
    to_court: bool = False
    left_out: Mapping[int, Collection[str]] = field(default_factory=dict)
    tells: Mapping[int, Collection[str]] = field(default_factory=dict)
    progress: Mapping[int, Collection[int]] = field(default_factory=dict)
    without: Mapping[str, str] = field(default_factory=dict)


def adults_named(assistance: Assistance) -> list[Reader]:
    """Each adult whom the order names."""
    nation, named = nation_of(assistance.case), named_in(assistance)
    found = [
        Reader(one.party.slug, languages_of(one.party, nation), party=one.party) for one in named if one.party
    ]
    assert all(one.reader for one in found), assistance.case
    return found


def children_written_to(assistance: Assistance) -> list[Reader]:
    """Each child whom the order is about, named in it or not; none while nobody has read it."""
    found = list[Reader]()
    for one in () if is_unread(assistance) else children_about(assistance):
        choice = cast(Language, one.language) if one.language in ("en", "cy") else None
        found.append(Reader(reader_of_child(one), languages_for(choice, one.nation), child=one))
    return found


def court_reads() -> Reader:
    """The court, which has every document in both languages."""
    return Reader(TO_COURT, languages_for_court())


def untold(assistance: Assistance, paper: Paper) -> list[Reader]:
    """Who has neither a letter nor a reason for none (FAO-LETTERS); one that tells of a wrong end is none."""
    wrong = set(tell_a_wrong_end(assistance.issued.all()).values_list("kind", "version"))
    there = [one for one in documents_of(assistance, paper) if (one.kind, one.version) not in wrong]
    parties, children = {one.party_id for one in there}, {one.child_id for one in there}
    unsent = assistance.not_sent.filter(kind=paper)
    for row in unsent.exclude(pk__in=tell_a_wrong_end(unsent)):
        parties.add(row.party_id)
        children.add(row.child_id)
    children_too = children_written_to(assistance) if paper is Paper.CLOSING else []
    return [
        one
        for one in [*adults_named(assistance), *children_too]
        if (one.party and one.party.pk not in parties) or (one.child and one.child.pk not in children)
    ]


def readers_to_ask(assistance: Assistance, paper: Paper) -> list[Reader]:
    """The people about whom one decides when a document is made."""
    return untold(assistance, paper) if paper in ONCE else adults_named(assistance)


def documents_of(assistance: Assistance, paper: Paper | None = None) -> list[Document]:
    """The sealed documents of the order, the latest first; a child's closing letter goes with the adults'."""
    made = set(assistance.issued.values_list("kind", "version"))
    kinds = {kind for kind, _ in made}
    found = assistance.case.documents.filter(kind__in=kinds).select_related("party", "child").order_by("-pk")
    wanted = {paper, Paper.CHILDS_CLOSING} if paper is Paper.CLOSING else {paper}
    return [one for one in found if (one.kind, one.version) in made and (not paper or one.kind in wanted)]


def copies_of(assistance: Assistance) -> list[list[Document]]:
    """The sealed documents of the order, each with its copies for every reader, the latest first."""
    found = groupby(documents_of(assistance), key=lambda one: (one.kind, one.version))
    return [list(copies) for _, copies in found]


def papers_open(assistance: Assistance) -> list[Paper]:
    """Which documents can be made of the order as it stands."""
    return [one for one in WRITTEN if may_be_made(assistance, one)]


def may_be_made(assistance: Assistance, paper: Paper) -> bool:
    """Whether the file holds what a document is about: of an order that nobody has read the court alone says
    what it wants, in a report that it directs; a child's closing letter is written with those of the adults,
    and never by itself."""
    if paper not in WRITTEN or nothing_of(assistance) is not None:
        return False
    clock = clock_of(assistance)
    runs = clock is not None and clock.ends_on is not None
    if paper is Paper.OPINION:
        opinion = opinion_of(assistance)
        return opinion is not None and opinion.mode == Opinion.WRITTEN
    if is_unread(assistance) and paper is not Paper.REPORT:
        return False
    if paper in BEFORE_THE_ORDER:
        return consent_is_asked_for(assistance)
    if paper is Paper.REPORT and not any(one.kind == REPORT for one in live_directions(assistance)):
        return False
    if paper in (Paper.PLAN, Paper.REVIEW) and complete_plan(assistance) is None:
        return False
    return runs and (paper not in ONCE or bool(untold(assistance, paper)))


def left_out_before(assistance: Assistance, paper: Paper) -> dict[int, list[str]]:
    """What the last copy of each adult left out, as it stands in the document now; of what is in the plan no
    more, what any copy left out."""
    plan = complete_plan(assistance)
    issued = list(assistance.issued.exclude(left_out={}).select_related("plan").order_by("pk"))
    if plan is None or not issued:
        return {}
    known, now, in_plan = dict(parts_of(issued[-1].plan)), parts_of(plan, paper), dict(parts_of(plan))
    ever = {(party, key) for one in issued for party, keys in one.left_out.items() for key in keys}
    return {
        int(party): [
            key for key, text in now
            if key in keys or text in {known.get(one) for one in keys}
            or (key not in in_plan and (party, key) in ever)
        ]
        for party, keys in issued[-1].left_out.items()
    }  # fmt: skip


def paper_facts(
    assistance: Assistance, paper: Paper, reader: Reader, typed: Typed, by: Officer, at: datetime, *,
    draft: bool,
) -> PaperFacts:  # fmt: skip
    """Everything one document says to one reader: what that reader must not learn is not in it."""
    case, clock, child = assistance.case, clock_of(assistance), reader.child
    out = typed.left_out.get(reader.party.pk, ()) if reader.party else ()
    told = typed.progress.get(reader.party.pk, ()) if reader.party else None
    tells = typed.tells.get(reader.party.pk, ()) if reader.party else None
    words = typed.of_child.get(child.pk, {}) if child else typed.words
    if tells is not None and paper in ASKS_FOR_WORDS and WORDS not in tells:
        words = {}
    plan = complete_plan(assistance) if paper in SHOWS_THE_PLAN and not child else None
    answered = consents_of(assistance).get(reader.party.pk) if reader.party else None
    return PaperFacts(
        kind=Paper.CHILDS_CLOSING if child else paper,
        head=letterhead_of(case, by, at),
        reader=child.first_name if child else reader.name,
        children=tuple(one.name for one in children_about(assistance) if one.name),
        adults=tuple(one.name for one in adults_named(assistance)),
        helper=rules.officer_is_made_available_to_advise_and_assist(
            supplier_of(assistance), nation_of_officers(case)
        ),
        made_on=clock.made_on if clock else None,
        ends_on=clock.ends_on if clock and not is_unread(assistance) else None,
        months=months_of(assistance),
        words=Words(words),
        views=Words(typed.views) if tells is None or VIEWS in tells else NO_WORDS,
        asks=word(f"family_asks.{typed.asks}") if typed.asks else None,
        asks_for_time=typed.asks == "more_time",
        opinion=opinion_says(assistance, tells) if paper is Paper.OPINION else None,
        plan=(
            plan_says(
                assistance,
                plan,
                out,
                told_by_step(assistance, paper, told),
                tells,
                paper,
                f"party:{reader.party.pk}" if reader.party else "",
            )
            if plan
            else None
        ),
        visits=visits_told(assistance, paper, told, f"party:{reader.party.pk}" if reader.party else ""),
        directed=_directed_of(assistance, reader),
        consents=answered.is_given if answered else None,
        band=band_of(child.born_on, at.astimezone(LONDON).date()) if child else None,
        help=where_to_find_help(child.nation) if child else None,
        draft=draft,
    )


def _directed_of(assistance: Assistance, reader: Reader) -> tuple[Text, ...]:
    """What is directed of the reader, or of everybody; the court has all of it (FAO-ADDRESS)."""
    found = (
        one.kind
        for one in live_directions(assistance)
        if reader.reader == TO_COURT or one.party_id is None or one.party == reader.party
    )
    return tuple(word(f"direction.{kind}") for kind in dict.fromkeys(found))


def not_sent_of(assistance: Assistance) -> Sequence[NotSent]:
    """Who got no copy of what, and why."""
    return list(assistance.not_sent.select_related("party", "child", "by").order_by("-pk"))


def goes_to_court(paper: Paper) -> ToCourt:
    """Whether the court has a document."""
    return COURT.get(paper, ToCourt.NEVER)


def assistance_of_document(case: Case, kind: str, version: int) -> Assistance | None:
    """The order of which a sealed document is."""
    found = Assistance.objects.filter(case=case, issued__kind=kind, issued__version=version)
    return found.select_related("order").first()
