"""Every address of the site, found from the resolver."""

import inspect
from collections.abc import Iterator
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

from lles.casefile.views.sight import pdf_response


def routes() -> dict[str, str]:
    """Every route of the site by its name, with its pattern."""
    return {name: place for name, place, _ in _walk(get_resolver().url_patterns, "", "")}


def routes_of_documents() -> list[str]:
    """Every route whose view answers with a document that passed the gate."""
    found = _walk(get_resolver().url_patterns, "", "")
    return sorted(name for name, _, pattern in found if _answers_with_a_document(pattern))


def _answers_with_a_document(pattern: URLPattern) -> bool:
    view = getattr(pattern.callback, "view_class", pattern.callback)
    own = [one for one in getattr(view, "__mro__", (view,)) if one.__module__.startswith("lles.")]
    return any(_calls(inspect.getmodule(one)) and _calls(one) for one in own)


@cache
def _calls(of: object) -> bool:
    """Whether the source of a module, or of a view in it, answers with a document."""
    return f"{pdf_response.__name__}(" in inspect.getsource(of)  # type: ignore[arg-type]  # a view or its class


def _walk(
    patterns: list[URLPattern | URLResolver], space: str, before: str
) -> Iterator[tuple[str, str, URLPattern]]:
    for pattern in patterns:
        place = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, place)
        else:
            yield f"{space}{pattern.name or place}", place, pattern
