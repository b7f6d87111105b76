"""The calls the stand-in answers, with the courts' own checks, words and quirks."""

from __future__ import annotations

import mimetypes
import re
import socket
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, unquote, urlsplit

from lles.links.court import codes, standin_control
from lles.links.court.facts import Service
from lles.links.court.json_tree import NotJson, dumps, loads
from lles.links.court.multipart import Part, parts_of

if TYPE_CHECKING:
    from lles.links.court.standin import Mode, StandIn

WINDOW_TOO_LONG = "Difference between end date and start date should not be more than 15 minutes"
LONGEST = timedelta(minutes=15)
LARGEST_BODY = 256 * 2**20
ROUTES: tuple[tuple[str, str, Service, str], ...] = (
    (r"/family-api/cases|/cases/searchCases", "GET", "private", "search"),
    (r"/public-law-api/cases|/cases", "GET", "public", "search"),
    (r"(?:/family-api)?/cases/documents/(?P<id>[^/]+)/binary", "GET", "private", "download"),
    (r"/public-law-api/cases/documents/(?P<id>[^/]+)/binary", "GET", "public", "download"),
    (r"(?:/public-law-api)?/cases/(?P<id>[^/]+)/document", "POST", "public", "upload"),
    (r"(?:/prl-document-api)?/(?P<id>[^/]+)/document", "POST", "private", "upload"),
    (r"(?:/public-law-api)?/cases/(?P<id>[^/]+)/guardians", "POST", "public", "guardians"),
)


@dataclass(frozen=True)
class Reply:
    """What is answered: bytes go as they are, a text as text, anything else as JSON."""

    status: int
    said: object = ""
    headers: tuple[tuple[str, str], ...] = ()


class Refused(Exception):
    """A reply that ends the call early."""

    def __init__(self, status: int, said: object = "") -> None:
        super().__init__(status)
        self.reply = Reply(status, said)


@dataclass(frozen=True)
class Asked:
    """A call as it came: which court, the id in its address, its query, its mode and its body."""

    service: Service
    given: str
    query: dict[str, str]
    mode: Mode | None
    body: bytes = field(repr=False)


class Pages(BaseHTTPRequestHandler):
    """One connection to the stand-in."""

    protocol_version = "HTTP/1.1"
    court: StandIn

    @classmethod
    def for_court(cls, court: StandIn) -> type[Pages]:
        """Bind the pages to one stand-in."""
        return type("PagesOfCourt", (cls,), {"court": court})

    def do_GET(self) -> None:
        """Answer a call, or break it off as the mode says."""
        reply = self._reply()
        if reply is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self._send(reply)

    do_POST = do_PUT = do_DELETE = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: what is called may name a case."""

    def _reply(self) -> Reply | None:
        url = urlsplit(self.path)
        try:
            if not _is_loopback(self.headers.get("Host", "")):
                raise Refused(403, {"message": "the stand-in answers on this machine only"})
            if url.path.startswith("/stand-in/"):
                return Reply(
                    *standin_control.answer(self.court, self.command, url.path, url.query, self._body())
                )
            return self._route(url.path, {name: values[0] for name, values in parse_qs(url.query).items()})
        except Refused as early:
            return early.reply

    def _route(self, path: str, query: dict[str, str]) -> Reply | None:
        for route, method, service, call in ROUTES:
            found = re.fullmatch(route, path)
            if found and method == self.command:
                mode = self.court.mode_of(call, *(_window(query) or (None, None)))
                if mode and (mode.kind, mode.when) == ("cut", "before"):
                    return None
                asked = Asked(service, unquote(found.groupdict().get("id", "")), query, mode, self._body())
                return self._under(mode, partial(self._page, call, asked))
        self._body()
        raise Refused(404, {"message": "no such address"})

    def _page(self, call: str, asked: Asked) -> Reply:
        pages = {"search": self._search, "download": self._download, "upload": self._upload}
        return pages.get(call, self._guardians)(asked)

    def _under(self, mode: Mode | None, page: Callable[[], Reply]) -> Reply | None:
        """Answer as the mode says."""
        match (mode.kind if mode else "", mode.when if mode else ""):
            case ("refuse", _):
                raise Refused(mode.status if mode else 503, {"message": "the stand-in refuses"})
            case ("rate-limit", _):
                wait = (("Retry-After", str(int(mode.seconds if mode else 0))),)
                return Reply(429, {"message": "Rate limit is exceeded. Try again later."}, wait)
            case ("garble", _):
                return Reply(
                    200, "<html><body>Please sign in</body></html>", (("Content-Type", "text/html"),)
                )
            case ("hang", when):
                if when == "after":
                    page()
                self.court.closing.wait(mode.seconds if mode else 0)
                return None
            case ("cut", when):
                reply = page()
                return replace(reply, headers=(("Content-Length", "100000"),)) if when == "midway" else None
        return page()

    def _send(self, reply: Reply) -> None:
        content, kind = _written(reply.said)
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), **dict(reply.headers)}
        self.send_response(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.close_connection = headers["Content-Length"] != str(len(content))
        self.end_headers()
        self.wfile.write(content)

    def _search(self, asked: Asked) -> Reply:
        is_private = asked.service == "private"
        self._signed_in(401 if is_private else 403)
        names = ("start_date", "end_date") if is_private else ("startDate", "endDate")
        if not all(asked.query.get(name) for name in names):
            raise Refused(400, {"message": f"Required request parameter '{names[0]}' is not present"})
        window = _window(asked.query)
        if window is None:
            raise Refused(500 if is_private else 400, {"message": "a date could not be read"})
        start, end = window
        if start > end or end - start > LONGEST:
            raise Refused(400, {"message": WINDOW_TOO_LONG} if is_private else "bad input parameter")
        times = 2 if asked.mode and asked.mode.kind == "repeat" else 1
        cases = [case for case in self.court.changed_between(asked.service, start, end) for _ in range(times)]
        found = {"total": len(cases), "cases": cases}
        return Reply(200, [found] if self.court.wrapped else found)

    def _download(self, asked: Asked) -> Reply:
        self._signed_in(401 if asked.service == "private" else 403)
        try:
            key = str(uuid.UUID(asked.given))
        except ValueError:
            raise Refused(400, {"message": "Case document Id is not valid"}) from None
        if key in self.court.forbidden:
            raise Refused(403, {"message": "the document store does not give this document"})
        if key not in self.court.documents:
            raise Refused(404, {"message": "Case document not found"})
        name, content = self.court.documents[key]
        kind = (
            mimetypes.guess_type(name)[0] if asked.service == "private" else None
        ) or "application/octet-stream"
        return Reply(200, content, (("Content-Type", kind), ("originalfilename", quote(name))))

    def _upload(self, asked: Asked) -> Reply:
        self._signed_in(403)
        parts = parts_of(self.headers.get("Content-Type", ""), asked.body)
        file, kind = parts.get("file"), parts.get("typeOfDocument")
        if file is None or kind is None:
            raise Refused(400, {"message": "a required part of the form is not present"})
        said = kind.content.decode("utf-8", "replace")
        if asked.service == "private":
            self._check_private(asked.given, file, said)
            reply = Reply(200, {"message": f"Document has been uploaded successfully: {file.file_name}"})
        else:
            self._check_public(asked.given, file, said)
            reply = Reply(200, f"{said} uploaded successfully to case with Id: {asked.given}")
        self.court.take(asked.service, asked.given, file, said)
        return reply

    def _check_private(self, number: str, file: Part, kind: str) -> None:
        if kind.casefold() not in {known.casefold() for known in codes.PRIVATE_FILING}:
            raise Refused(400, {"message": f"this type of document is not accepted: {kind}"})
        if not file.file_name.casefold().endswith(("pdf", "docx")):
            raise Refused(400, {"message": "this format of file is not accepted"})
        if not self.court.holds("private", number):
            raise Refused(404, {"message": "the case is not known"})

    def _check_public(self, number: str, file: Part, kind: str) -> None:
        if file.content_type != "application/pdf" or not file.content:
            raise Refused(400, "the file is empty or not a PDF")
        if not self.court.holds("public", number):
            raise Refused(404, "the case is not known")
        if kind not in codes.PUBLIC_FILING:
            raise Refused(400)

    def _guardians(self, asked: Asked) -> Reply:
        self._signed_in(403)
        try:
            guardians = loads(asked.body)
        except NotJson:
            guardians = None
        if not isinstance(guardians, list) or not all(map(_is_guardian, guardians)):
            raise Refused(400, "a guardian needs a name and a child")
        if not self.court.holds("public", asked.given):
            raise Refused(404, "the case is not known")
        self.court.replace_guardians(asked.given, guardians)
        return Reply(200)

    def _signed_in(self, otherwise: int) -> None:
        if not self.headers.get("Authorization", "").strip():
            raise Refused(otherwise, {"message": "no token, or one without the role"})

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            raise Refused(413, {"message": "too large"})
        return self.rfile.read(int(length))


def _window(query: dict[str, str]) -> tuple[datetime, datetime] | None:
    names = (("start_date", "startDate"), ("end_date", "endDate"))
    texts = [query.get(private) or query.get(public) for private, public in names]
    try:
        start, end = (datetime.fromisoformat(text or "") for text in texts)
    except ValueError:
        return None
    has_time = all("T" in (text or "") for text in texts)
    return (start, end) if has_time and not start.tzinfo and not end.tzinfo else None


def _is_guardian(one: object) -> bool:
    children = one.get("children") if isinstance(one, dict) else None
    named = isinstance(one, dict) and str(one.get("guardianName") or "").strip()
    return bool(named and isinstance(children, list) and any(str(child or "").strip() for child in children))


def _is_loopback(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    return name == "localhost" or name == "::1" or name.startswith("127.")


def _written(said: object) -> tuple[bytes, str]:
    if isinstance(said, bytes):
        return said, "application/octet-stream"
    if isinstance(said, str):
        return said.encode(), "text/plain;charset=UTF-8"
    return dumps(said), "application/json"
