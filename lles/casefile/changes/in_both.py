"""What was written in a case in one language is said in the other too."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.gate import holds_protected
from lles.casefile.models import AlsoSaid, Case, Officer
from lles.casefile.queries.in_both import InOneLanguage
from lles.casefile.rules.whereabouts import what_all_read_names_no_protected_place
from lles.casefile.timeline import says
from lles.law.findings import Finding


def _findings(*, case: Case, said: Mapping[str, str], **_: object) -> Iterable[Finding]:
    closed = what_all_read_names_no_protected_place(holds_protected(case, "\n".join(said.values())))
    return (closed,) if closed else ()


@change(needs=Verb.WORK, weighs=_findings)
def say_in_both(
    *, case: Case, by: Officer, at: datetime, written: Sequence[InOneLanguage], said: Mapping[str, str],
    seen: int | None = None,
) -> Done[None]:  # fmt: skip
    """Keeps the same in the other language of what was written, each by the key of its words; what is as it
    was is not written again."""
    changed = [
        (one, said[one.key]) for one in written if one.key in said and said[one.key] != one.other_words
    ]
    AlsoSaid.objects.bulk_create(
        AlsoSaid(case=case, language=one.language, words=one.words, other_words=words, by=by, at=at)
        for one, words in changed
    )
    return Done(None, says("also_said", count=len(changed)) if changed else None)
