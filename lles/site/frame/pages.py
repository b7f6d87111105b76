"""How a view of the site answers with a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A page made from a Jinja2 template in the layout."""
    return render(request, template, context, status=status, using="jinja2")
