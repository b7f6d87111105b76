"""The ways of sealed documents to the court, as the tasks about them are called."""

from collections.abc import Callable, Collection, Mapping

from lles.casefile.models import Case, Filing
from lles.casefile.timeline import word
from lles.law.bilingual import Text


def withdrawn_versions(case: Case, kind: str) -> frozenset[int]:
    """The versions of a document that were withdrawn on their way to the court, in every language."""
    of_kind = Filing.objects.filter(document__case=case, document__kind=kind)
    states = of_kind.values_list("document__version", "state")
    going = {version for version, state in states if state != Filing.WITHDRAWN}
    return frozenset(version for version, _ in states) - going


def titles_of_filings(task: str) -> Callable[[Collection[str]], Mapping[str, Text]]:
    """How the tasks of one kind are called, by the number of each filing: the document and its language."""

    def titles(subjects: Collection[str]) -> Mapping[str, Text]:
        found = Filing.objects.filter(pk__in=[int(one) for one in subjects if one.isdigit()])
        rows = found.values_list("pk", "document__kind", "document__language")
        which = word(f"task.casefile.{task}_which")
        return {
            str(pk): which.fill(document=word(f"document.{kind}"), language=word(f"language.{language}"))
            for pk, kind, language in rows
        }

    return titles
