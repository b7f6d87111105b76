"""What the author of a letter wrote, for the rules that look at it."""

from collections.abc import Iterable, Iterator

from lles.casefile.drafts import is_in_hand
from lles.casefile.locations import MARKS
from lles.casefile.models import Party
from lles.casefile.queries.checks import told_in
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.naming import named
from lles.casefile.rules.distances import tells_how_far
from lles.casefile.rules.names_of_bodies import names_one, names_the_place_of_one
from lles.law.bilingual import Language
from lles.work.safeguarding.queries.claims import answers_to_checks, typed_words
from lles.work.safeguarding.queries.evidence import ANSWER, Evidence, evidence_of, number_of
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.readers import readers, without_language
from lles.work.safeguarding.queries.section_names import section_name
from lles.work.safeguarding.rules.advice import pieces_of_advice
from lles.work.safeguarding.rules.letter_content import ADVICE, SAFETY, OwnWords, undecided
from lles.work.safeguarding.rules.letter_sections import (
    AnswerSeen,
    changed_since,
    of_child,
    section_of_check,
)
from lles.work.safeguarding.rules.letter_writing import (
    Changed,
    ChildAssessed,
    InOneLanguage,
    Judged,
    OptionGiven,
    Pointer,
    Raised,
    WritingFacts,
    shortened,
)

DRAFT = "letter"


def writing_facts(record: LetterRecord) -> WritingFacts:
    """What was raised and decided, what judgements rest on, and what changed since they were written."""
    texts = [text for words in record.content.words.values() for text in (words.text, words.other)]
    for one in record.content.options:
        texts += [one.reason, one.against, one.other_reason, one.other_against]
    texts += [one.rendering for one in record.content.concerns.values()]
    return WritingFacts(
        raised=tuple(_raised(record)),
        judged=tuple(_judged(record)),
        children=tuple(_children(record)),
        changed=tuple(
            Changed(section, section_name(record, section)) for section in changed_sections(record)
        ),
        options=tuple(
            OptionGiven(pieces_of_advice()[one.code].option, bool(one.reason), one.advised is not None)
            for one in record.content.options
        ),
        pointers=tuple(_pointers(record)),
        in_one_language=tuple(_in_one_language(record)),
        typed=tuple(typed_words(record)),
        answered=answers_to_checks(record.checks),
        holds_a_mark=any(mark.search(text) for text in texts for mark in MARKS),
        draft_in_hand=is_in_hand(record.case, DRAFT),
    )


def _in_one_language(record: LetterRecord) -> Iterator[InOneLanguage]:
    """What a party reads in a language that is not theirs, section by section."""
    among = readers(record.case, record.withheld)
    for section, language in dict.fromkeys(_half_written(record)):
        for party, own in without_language(among, language):
            yield InOneLanguage(party.name, own, section, section_name(record, section))


def _half_written(record: LetterRecord) -> Iterator[tuple[str, Language]]:
    """The sections whose author wrote something in one language alone, and that language."""
    for section, words in record.content.words.items():
        if words.text.strip() and not words.other.strip():
            yield section, words.language
    for one in record.content.options:
        pairs = ((one.reason, one.other_reason), (one.against, one.other_against))
        if any(said and not other for said, other in pairs):
            yield ADVICE, one.language


def _raised(record: LetterRecord) -> Iterator[Raised]:
    names = {adult.slug: adult.name for adult in record.adults}
    open_ones = undecided(record.content, [one.number for one in record.said])
    for one in record.said:
        decided = record.decision_on(one.number)
        yield Raised(
            one.number,
            one.party.name,
            decided=one.number not in open_ones,
            kept_from=tuple(names.get(slug, slug) for slug in decided.kept_from),
            harm_said=bool(decided.harm.strip()),
            words=shortened(record.marked[one.number]),
        )


def _judged(record: LetterRecord) -> Iterator[Judged]:
    known = {one.ref: one for one in evidence_of(record)}
    for section, words in record.content.words.items():
        if section.startswith(SAFETY) and words.text.strip():
            chosen = [known[ref] for ref in words.rests_on if ref in known]
            kept = tuple(dict.fromkeys(name for one in chosen for name in _kept_from(record, one)))
            yield Judged(section, section_name(record, section), len({_origin(one) for one in chosen}), kept)


def _children(record: LetterRecord) -> Iterator[ChildAssessed]:
    """Each child with the section of its own; of an only child, that of safety as a whole counts as well."""
    alone = len(record.children) == 1
    for child in record.children:
        own = of_child(child.pk)
        places = (SAFETY, own) if alone else (own,)
        is_assessed = any(record.content.words_of(place) for place in places)
        yield ChildAssessed(SAFETY if alone else own, child.name, is_assessed)


def _origin(one: Evidence) -> str:
    """Whose word it is: what one person said twice is one source."""
    if one.check:
        return f"check:{one.check.pk}"
    return f"party:{one.conversation.party_id}" if one.conversation else one.ref


def _kept_from(record: LetterRecord, one: Evidence) -> Iterator[str]:
    names = {adult.slug: adult.name for adult in record.adults}
    if one.concern:
        yield from (names.get(slug, slug) for slug in record.decision_on(one.concern.pk).kept_from)


def changed_sections(record: LetterRecord) -> tuple[str, ...]:
    """The sections that were written before an answer came or changed."""
    answers = [AnswerSeen(one.pk, one.asked_id, told_in(one)) for one in record.every_answer]
    return tuple(
        section
        for section, words in record.content.words.items()
        if (words.text.strip() or (section == ADVICE and record.content.options))
        and changed_since(words.seen, answers, _watched(record, section, words))
    )


def _watched(record: LetterRecord, section: str, words: OwnWords) -> Iterable[int]:
    """The questions on which a section hangs: those of its source; of a judgement, those chosen, or all."""
    every = {check.pk: section_of_check(check.kind, check.body, check.pk) for check in record.everybody_asked}
    if section == ADVICE:
        return every
    if section.startswith(SAFETY):
        of_answer = {answer.pk: answer.asked_id for answer in record.every_answer}
        chosen = [number_of(ref) for ref in words.rests_on if ref.startswith(ANSWER)]
        return [of_answer[one] for one in chosen if one in of_answer] or every
    return [check for check, its_section in every.items() if its_section == section]


def _pointers(record: LetterRecord) -> Iterator[Pointer]:
    """Sections in which the author names a body that a reader's version does not name, or says to somebody
    from whom a place is protected how far something is."""
    written = {
        key: f"{words.text}\n{words.other}"
        for key, words in record.content.words.items()
        if words.text.strip()
    }
    protected = ClosedWords(record.case).protected_owners if written else frozenset[str]()
    for reader in readers(record.case, record.withheld) if written else ():
        if reader.party is None:
            continue
        hidden = record.unnamed(reader).hidden
        is_kept = _is_protected_from(record, protected, reader.party)
        for section, text in written.items():
            unnamed = [named(one) for one in record.unnamed_for(reader)]
            told = [one for one in unnamed if names_one(text, (one,)) or names_the_place_of_one(text, (one,))]
            if told:
                yield Pointer(
                    section,
                    section_name(record, section),
                    reader.party.name,
                    is_named_of_another=not hidden.intersection(told),
                    in_full=names_one(text, hidden),
                )
            if is_kept and tells_how_far(text):
                about = section_name(record, section)
                yield Pointer(section, about, reader.party.name, tells_how_far=True)


def _is_protected_from(record: LetterRecord, protected: frozenset[str], reader: Party) -> bool:
    """Whether where another adult lives is protected, or a child; the children of a reader whose own home is
    protected live where the reader knows."""
    own = f"party:{reader.pk}"
    adults = {f"party:{one.pk}" for one in record.adults} - {own}
    children = set() if own in protected else {f"child:{one.pk}" for one in record.children}
    return not protected.isdisjoint(adults | children)
