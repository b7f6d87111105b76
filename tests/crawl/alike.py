"""What an answer is without what differs each time, so that two of them can be told apart or not."""

import hashlib
import re

from django.http import HttpResponseBase

VARIES = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|name="kept-for" value="[^"]*"')
MARKS = re.compile(
    r"X-CSRFToken\W+[A-Za-z0-9]+|lles(_csrf)?=\w+|data-(idle|whole)=\"\d+\"|expires=[^;]+|Expires: [^\n]+"
)
REFERENCE = re.compile(r"\b(C-\d+)\b")


def plain(answer: HttpResponseBase, path: str) -> str:
    """One short sign of an answer without what differs each time, and without the reference of the case that
    was asked for; two answers that nobody can tell apart have the same."""
    body = answer.content.decode("utf-8", "replace")  # type: ignore[attr-defined]  # every answer here is whole
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items() if name != "Content-Length")
    cookies = answer.cookies.output() + repr(getattr(answer, "redirect_chain", ""))
    reference = found[1] if (found := REFERENCE.search(path)) else "-"
    texts = [
        MARKS.sub("", VARIES.sub("", text)).replace(reference, "-") for text in (body, headers + cookies)
    ]
    return hashlib.sha256("\0".join((str(answer.status_code), *texts)).encode()).hexdigest()
