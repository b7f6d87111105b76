"""Messages as people, programs and attackers send them: each is read as far as it can be."""

import base64
import os
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.links.mail import MOST_BYTES, Attached, Message, Unreadable, read_message
from lles.links.mail.facts import MOST_ATTACHED, MOST_TEXT, WARNINGS
from lles.links.mail.mailbox import REFUSED, TAKEN, Delivered, delivered, make_ready, move_aside
from lles.links.mail.reading import answer
from lles.links.mail.text import visible
from lles.links.tests.hostile import a_pdf

HEADS = (
    b"Message-ID: <1@example.org>\r\nFrom: =?utf-8?q?Si=C3=A2n_Morris?= <sian@example.org>\r\n"
    b"Date: Wed, 4 Mar 2026 09:30:00 +0000\r\nSubject: =?iso-8859-1?q?Hysbysiad_=EA?=\r\n"
)


def message(body: bytes, heads: bytes = HEADS) -> bytes:
    return heads + b"MIME-Version: 1.0\r\n" + body


def text(content: bytes, kind: str = 'text/plain; charset="utf-8"') -> bytes:
    return message(f"Content-Type: {kind}\r\n\r\n".encode() + content)


def mixed(*parts: bytes, kind: str = "mixed", mark: str = "b") -> bytes:
    begin = f"--{mark}\r\n".encode()
    joined = b"".join(begin + part + b"\r\n" for part in parts) + f"--{mark}--\r\n".encode()
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\r\n\r\n'.encode() + joined


def part(kind: str, body: bytes, *more: str) -> bytes:
    return "\r\n".join([f"Content-Type: {kind}", *more, "", ""]).encode() + body


def test_it_reads_who_what_when_and_the_text() -> None:
    read = read_message(text("Annwyl swyddog, gwêl y cais.".encode()))
    assert (read.sender_name, read.sender, read.subject) == ("Siân Morris", "sian@example.org", "Hysbysiad ê")
    assert read.sent_at == datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    assert (read.text, read.warnings, read.attached) == ("Annwyl swyddog, gwêl y cais.", (), ())


def test_it_gives_the_files_as_they_were() -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "llys@example.org", "Cais"
    made.set_content("Gweler y ffeil.")
    made.add_attachment(a_pdf(), maintype="application", subtype="pdf", filename="Cais C100 – tŷ.pdf")
    read = read_message(made.as_bytes())
    assert [(one.name, one.content) for one in read.attached] == [("Cais C100 – tŷ.pdf", a_pdf())]
    assert read.warnings == ("no_date", "no_message_id")


def test_the_same_words_by_another_way_are_the_same_message() -> None:
    plain = text(b"Helo")
    travelled = b"Received: from a by b\r\nX-Spam: no\r\n" + plain
    assert read_message(plain).digest == read_message(travelled).digest
    assert read_message(plain).digest != read_message(text(b"Helo eto")).digest


def read(content: bytes) -> Message:
    """Read in this process, for speed."""
    told, parts = answer({}, content)
    attached = tuple(Attached(name, part) for name, part in zip(told["names"], parts, strict=True))
    heads = (told["message_id"], told["sender_name"], told["sender"], told["subject"])
    return Message(*heads, None, told["text"], attached, tuple(told["warnings"]), "")


@pytest.mark.parametrize(
    ("kind", "content", "says", "warned"),
    [
        ("text/plain; charset=utf-8", "Tŷ".encode(), "Tŷ", False),
        ("text/plain", "Tŷ".encode(), "Tŷ", False),
        ("text/plain; charset=us-ascii", "Tŷ".encode(), "Tŷ", True),
        ("text/plain; charset=nonsense", "Tŷ".encode(), "Tŷ", True),
        ("text/plain; charset=utf-8", b"caf\xe9", "café", True),
        ("text/plain; charset=iso-8859-14", b"T\xfe", "Tŷ", False),
        ('text/plain; charset="a\x00b"', b"x", "x", True),
        ("text/plain; charset=zlib", b"x", "x", True),
        ("text/plain; charset=utf-16", "Tŷ".encode("utf-16"), "Tŷ", False),
    ],
)
def test_it_reads_letters_whatever_is_said_of_them(
    kind: str, content: bytes, says: str, warned: bool
) -> None:
    found = read(text(content, kind))
    assert found.text == says
    assert ("charset_guessed" in found.warnings) == warned


def test_of_a_page_only_the_words_are_shown() -> None:
    page = b"<html><head><style>p{}</style><script>x</script></head><p>Helo<br>Si\xc3\xa2n &amp; G<img src=x>"
    found = read(text(page, "text/html; charset=utf-8"))
    assert (found.text, found.warnings) == ("Helo\nSiân & G", ("only_html",))


def test_of_two_ways_of_saying_it_takes_the_plain_one() -> None:
    both = mixed(part("text/plain", b"plain"), part("text/html", b"<p>page</p>"), kind="alternative")
    assert read(message(both)).text == "plain"
    assert read(message(mixed(part("text/html", b"<p>page</p>"), kind="alternative"))).text == "page"


def test_a_message_in_a_message_stands_with_its_files() -> None:
    inner = HEADS + mixed(
        part("text/plain", b"inner"),
        part("application/pdf", b"x", "Content-Disposition: attachment; filename=a.pdf"),
        mark="i",
    )
    found = read(message(mixed(part("text/plain", b"outer"), part("message/rfc822", inner))))
    assert found.text == "outer"
    assert [one.name for one in found.attached] == ["Hysbysiad ê.txt", "a.pdf"]
    assert "attached_message" in found.warnings


NAMES = [
    ("filename*=utf-8''T%C5%B7.pdf", "Tŷ.pdf"),
    ("filename*0*=utf-8''T%C5%B7; filename*1=.pdf", "Tŷ.pdf"),
    ('filename="=?utf-8?b?VMW3LnBkZg==?="', "Tŷ.pdf"),
    ('filename="..\\\\..\\\\a.pdf"', "..\\..\\a.pdf"),
    ("filename*=utf-8''fdp%E2%80%AE.exe", "fdp.exe"),
    ("filename*=nonsense''a%ff.pdf", None),
    ("filename*=utf-8'", None),
    ('filename="a\x00b.pdf"', "ab.pdf"),
    ("filename*9999999999999999999999=x", None),
    ("filename=" + "a" * 5000, "a" * 300),
]


@pytest.mark.parametrize(("said", "name"), NAMES)
def test_it_reads_names_of_files_in_every_coding(said: str, name: str | None) -> None:
    found = read(message(mixed(part("application/pdf", b"x", f"Content-Disposition: attachment; {said}"))))
    (one,) = found.attached
    assert one.content == b"x"
    assert name is None or one.name == name


def nested(depth: int, kind: str = "mixed") -> bytes:
    begins = b"".join(
        f"Content-Type: multipart/{kind}; boundary=b{n}\r\n\r\n--b{n}\r\n".encode() for n in range(depth)
    )
    return message(begins + b"Content-Type: text/plain\r\n\r\nx\r\n")


ODD: dict[str, Callable[[], bytes]] = {
    "nothing but a subject": lambda: b"Subject: x\r\n\r\n",
    "no sender": lambda: message(b"\r\nx", b"Subject: x\r\nDate: nonsense\r\n"),
    "a wrong date": lambda: message(b"\r\nx", b"From: a@b\r\nDate: Wed, 99 Mar 99999999 99:99:99 +9999\r\n"),
    "a sender of many": lambda: message(b"\r\nx", b"From: " + b"a@b, " * 5_000 + b"\r\n"),
    "a header of a megabyte": lambda: message(b"\r\nx", b"Subject: " + b"=?utf-8?q?a?= " * 80_000 + b"\r\n"),
    "a header with a wrong coding": lambda: message(
        b"\r\nx", b"From: a@b\r\nSubject: =?x?b?%%%?= =?utf-8?b?a?=\r\n"
    ),
    "twenty levels": lambda: nested(25),
    "no boundary": lambda: message(b"Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nx"),
    "a boundary that never comes": lambda: message(b"Content-Type: multipart/mixed; boundary=x\r\n\r\nhello"),
    "base64 that is none": lambda: text(b"%%%%", "text/plain\r\nContent-Transfer-Encoding: base64"),
    "a coding nobody knows": lambda: text(b"x", "text/plain\r\nContent-Transfer-Encoding: x-zip"),
    "uuencode": lambda: text(
        b"begin 644 a\nzzzz\nend", "text/plain\r\nContent-Transfer-Encoding: x-uuencode"
    ),
    "a locked message": lambda: message(b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nx"),
    "many files": lambda: message(mixed(*[part("application/pdf", b"x")] * (MOST_ATTACHED + 9))),
    "a long text": lambda: text(b"a" * (MOST_TEXT + 9)),
    "a message that says it holds messages": lambda: message(b"Content-Type: message/rfc822\r\n\r\n" * 30),
    "a part of a message": lambda: message(b"Content-Type: message/partial; id=a; number=1\r\n\r\nx"),
    "an outside body": lambda: message(b"Content-Type: message/external-body; access-type=ftp\r\n\r\nx"),
    "a type that is none": lambda: text(b"x", "/;;;="),
}


@pytest.mark.parametrize("what", ODD)
def test_it_reads_what_is_odd_as_far_as_it_can(what: str) -> None:
    found = read_message(ODD[what]())
    assert len(found.text) <= MOST_TEXT
    assert len(found.attached) <= MOST_ATTACHED
    assert len(found.subject) <= 500


@pytest.mark.parametrize(
    ("what", "warned"),
    [
        ("no sender", "no_sender"), ("a wrong date", "no_date"), ("many files", "too_many_attached"),
        ("a long text", "text_cut"), ("a locked message", "locked"), ("twenty levels", "too_deep"),
        ("base64 that is none", "part_damaged"), ("nothing but a subject", "no_text"),
    ],
)  # fmt: skip
def test_it_says_what_was_odd(what: str, warned: str) -> None:
    assert warned in read(ODD[what]()).warnings


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", os.urandom(3_000), a_pdf(), nested(5_000)])
def test_what_is_no_message_is_not_taken_for_one(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read_message(content)


def test_what_is_too_large_is_not_read() -> None:
    with pytest.raises(Unreadable, match="mail_too_large"):
        read_message(bytes(MOST_BYTES + 1))


def test_the_largest_message_is_read_within_its_memory() -> None:
    file = base64.encodebytes(os.urandom(25 * 1024 * 1024))
    whole = message(mixed(part("application/pdf", file, "Content-Transfer-Encoding: base64")))
    assert len(read_message(whole).attached[0].content) == 25 * 1024 * 1024


def can_be_shown(found: Message) -> bool:
    """Whether every letter of a message can be seen, its heads have one line, and what was odd has words."""
    names = [one.name for one in found.attached]
    lines = (found.message_id, found.sender_name, found.sender, found.subject, *names)
    seen = all(visible(said) == said for said in (found.text, *lines))
    return seen and not any("\n" in line for line in lines) and set(found.warnings) <= set(WARNINGS)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_it_reads_any_message_with_any_bytes_changed(data: st.DataObject) -> None:
    inner = part("application/pdf", b"x", "Content-Disposition: attachment; filename*=utf-8''T%C5%B7.pdf")
    content = bytearray(message(mixed(part("text/plain; charset=utf-8", "Tŷ".encode()), inner)))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = read(bytes(content))
    assert can_be_shown(found)
    assert ("no_text" in found.warnings) == (found.text == "")


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["Subject", "From", "Date", "Content-Type", "Content-Disposition"]),
)
def test_it_reads_any_header(value: bytes, name: str) -> None:
    found = read(message(b"\r\nx", f"{name}: ".encode() + value + b"\r\n"))
    assert can_be_shown(found)
    assert "x" in found.text or any(b"x" in one.content for one in found.attached)


def waiting(folder: Path) -> list[str]:
    return [one.path.name for one in delivered(folder, MOST_BYTES)]


def test_it_finds_what_waits_and_moves_it_aside_once(tmp_path: Path) -> None:
    make_ready(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "a.eml").write_bytes(b"a")
    (tmp_path / "new" / "1.M2.host").write_bytes(b"b")
    (tmp_path / "half.tmp").write_bytes(b"c")
    (tmp_path / "link.eml").symlink_to(tmp_path / "half.tmp")
    assert sorted(waiting(tmp_path)) == ["1.M2.host", "a.eml"]
    (tmp_path / TAKEN / "a.eml").write_bytes(b"older")
    for one in list(delivered(tmp_path, MOST_BYTES)):
        move_aside(one, tmp_path, TAKEN)
    assert waiting(tmp_path) == []
    assert (tmp_path / TAKEN / "a.eml").read_bytes() == b"older"
    assert (tmp_path / TAKEN / "2-a.eml").read_bytes() == b"a"


def test_it_says_beside_a_refused_message_why(tmp_path: Path) -> None:
    make_ready(tmp_path)
    (tmp_path / "a.eml").write_bytes(b"a")
    (one,) = delivered(tmp_path, MOST_BYTES)
    move_aside(one, tmp_path, REFUSED, "too large")
    assert (tmp_path / REFUSED / "a.eml.reason.txt").read_text() == "too large\n"


def test_a_message_that_is_still_being_written_stays(tmp_path: Path) -> None:
    make_ready(tmp_path)
    (tmp_path / "a.eml").write_bytes(b"a")
    (one,) = delivered(tmp_path, MOST_BYTES)
    (tmp_path / "a.eml").write_bytes(b"a and more")
    assert move_aside(one, tmp_path, TAKEN) is None
    assert waiting(tmp_path) == ["a.eml"]


def test_a_message_too_large_is_named_and_not_read(tmp_path: Path) -> None:
    make_ready(tmp_path)
    (tmp_path / "a.eml").write_bytes(b"aaaa")
    assert [(one.content, one.size) for one in delivered(tmp_path, 3)] == [(None, 4)]
    assert isinstance(next(delivered(tmp_path, 4)), Delivered)
