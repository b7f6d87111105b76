"""The ways of sealed documents to the court, as the tasks about them are called."""

from collections.abc import Callable, Collection, Mapping

from lles.casefile.models import Filing
from lles.casefile.timeline import word
from lles.law.bilingual import Text


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
