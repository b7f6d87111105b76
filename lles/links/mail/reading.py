"""A message read part by part, in the process apart: what is wrong with it is named and never stops it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message as Raw
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime

from lles.links.apart import Answer
from lles.links.mail.facts import DEEPEST, MOST_ATTACHED, MOST_TEXT
from lles.links.mail.text import header, letters, visible, words_of_page

_WRONG = (ValueError, LookupError, TypeError, AttributeError, OverflowError, AssertionError)
_LOCKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_HEADERS_OF_MAIL = ("from", "to", "subject", "date", "received", "message-id", "mime-version")


@dataclass
class _Gathered:
    """What was found so far."""

    texts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)

    def warn(self, name: str) -> None:
        self.warnings[name] = None

    def attach(self, name: str, content: bytes) -> None:
        if len(self.files) >= MOST_ATTACHED:
            self.warn("too_many_attached")
            return
        self.names.append(name)
        self.files.append(content)


def answer(facts: Mapping[str, str], content: bytes) -> Answer:
    """Everything a message says, as plain facts, with its files."""
    raw = message_from_bytes(content)
    found = _Gathered()
    told: dict[str, object] = {"is_message": any(raw.get(name) for name in _HEADERS_OF_MAIL)}
    told |= _heads(raw, found)
    _gather(raw, found, 0)
    text = visible("\n\n".join(part.strip() for part in found.texts if part.strip()))
    if not text:
        found.warn("no_text")
    if len(text) > MOST_TEXT:
        found.warn("text_cut")
    told |= {"text": text[:MOST_TEXT], "names": found.names, "warnings": list(found.warnings)}
    return told, tuple(found.files)


def _heads(raw: Raw, found: _Gathered) -> dict[str, object]:
    name, address = _sender(raw)
    sent_at = _sent_at(raw)
    message_id = header(raw.get("message-id"))[:998]
    for missing, there in (("no_sender", address), ("no_date", sent_at), ("no_message_id", message_id)):
        if not there:
            found.warn(missing)
    return {
        "message_id": message_id,
        "sender_name": name[:200],
        "sender": address[:320],
        "subject": header(raw.get("subject"))[:500],
        "sent_at": sent_at.isoformat() if sent_at else "",
    }


def _sender(raw: Raw) -> tuple[str, str]:
    try:
        name, address = parseaddr(str(raw.get("from") or ""))
    except _WRONG:
        return header(raw.get("from")), ""
    if not address:
        return header(raw.get("from")), ""
    return header(name), header(address)


def _sent_at(raw: Raw) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(raw.get("date") or ""))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC)
    except _WRONG:
        return None


def _gather(part: Raw, found: _Gathered, depth: int) -> None:
    kind = part.get_content_type()
    if depth > DEEPEST:
        found.warn("too_deep")
    elif kind in _LOCKED:
        found.warn("locked")
    elif kind == "message/rfc822":
        _gather_message(part, found, depth)
    elif kind == "multipart/alternative":
        _gather_one_of(part, found, depth)
    elif part.is_multipart():
        for inner in _parts(part):
            _gather(inner, found, depth + 1)
    elif kind not in _SIGNATURES:
        _gather_leaf(part, kind, found)


def _parts(part: Raw) -> Iterator[Raw]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (inner for inner in payload if isinstance(inner, Raw))


def _gather_one_of(part: Raw, found: _Gathered, depth: int) -> None:
    """The same said several ways: the plain text, or else the page; what is no text is kept beside it."""
    inner = list(_parts(part))
    plain = [one for one in inner if one.get_content_type() == "text/plain" and not _is_file(one)]
    for one in inner:
        if not plain or one in plain or one.get_content_type() != "text/html":
            _gather(one, found, depth + 1)


def _gather_message(part: Raw, found: _Gathered, depth: int) -> None:
    """A message in a message becomes a text of its own; its files stand with the others."""
    found.warn("attached_message")
    for inner in _parts(part):
        own = _Gathered()
        _gather(inner, own, depth + 1)
        heads = [f"{name.title()}: {header(inner.get(name))}" for name in ("from", "date", "to", "subject")]
        text = "\n".join((*heads, "", *own.texts))
        found.attach(f"{header(inner.get('subject'))[:60] or 'message'}.txt", visible(text).encode())
        for name, content in zip(own.names, own.files, strict=True):
            found.attach(name, content)
        found.warnings.update(own.warnings)


def _gather_leaf(part: Raw, kind: str, found: _Gathered) -> None:
    content = _content(part, found)
    if kind not in ("text/plain", "text/html") or _is_file(part):
        found.attach(_name(part), content)
        return
    try:
        charset = str(part.get_content_charset() or "")
    except _WRONG:
        charset = ""
    text, guessed = letters(content, charset)
    if guessed:
        found.warn("charset_guessed")
    if kind == "text/html":
        found.warn("only_html")
        text = words_of_page(text)
    found.texts.append(text)


def _content(part: Raw, found: _Gathered) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except _WRONG:
        content = None
    if part.defects or not isinstance(content, bytes):
        found.warn("part_damaged")
    return content if isinstance(content, bytes) else b""


def _is_file(part: Raw) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except _WRONG:
        return True


def _name(part: Raw) -> str:
    try:
        raw = part.get_param("filename", None, "content-disposition") or part.get_param("name")
        name = collapse_rfc2231_value(raw) if isinstance(raw, tuple | str) else ""
    except _WRONG:
        name = ""
    return header(name)[:300]
