"""Filing a document with a court. There is no receipt and no check: what is sent twice is filed twice."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from lles.links.court import codes
from lles.links.court.client import CourtService, message_of
from lles.links.court.errors import CourtSilent, NotAcceptable
from lles.links.outward.delivery import Accepted, deliver

__all__ = ["PRIVATE_KINDS", "PUBLIC_KINDS", "Accepted", "kinds_of", "upload"]

PRIVATE_KINDS: Mapping[str, str] = codes.PRIVATE_FILING
PUBLIC_KINDS: Mapping[str, str] = codes.PUBLIC_FILING
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def kinds_of(service: CourtService) -> Mapping[str, str]:
    """List the types a service takes, in exact case, each with the court's category."""
    return PUBLIC_KINDS if service.settings.service == "public" else PRIVATE_KINDS


def upload(service: CourtService, case_number: str, file_name: str, content: bytes, kind: str) -> Accepted:
    """File a document once.

    CourtUnreachable and CourtBusy: surely not filed, it may be sent again. CourtRefused: surely not filed,
    and sending it again is of no use. CourtSilent: it may have been filed, so a person must look first.
    """
    content_type = _checked(service, file_name, content, kind)
    response = deliver(
        service,
        service.settings.upload_path,
        case_number,
        files={"file": (file_name, content, content_type)},
        data={"typeOfDocument": kind},
    )
    message = message_of(response.content)
    if "success" not in message.casefold():
        raise CourtSilent("the answer does not say that the document was taken", response.status_code)
    return Accepted(response.status_code, message)


def _checked(service: CourtService, file_name: str, content: bytes, kind: str) -> str:
    """Refuse what the court would refuse, before anything leaves."""
    if kind not in kinds_of(service):
        raise NotAcceptable(0, f"{kind} is not a type of document that this court takes")
    ending = PurePosixPath(file_name).suffix.removeprefix(".").casefold()
    endings = ("pdf",) if service.settings.service == "public" else ("pdf", "docx")
    if ending not in endings:
        raise NotAcceptable(0, "the file name does not end as this court asks")
    if "/" in file_name or "\\" in file_name or not file_name.isprintable():
        raise NotAcceptable(0, "the file name holds characters that no file name may hold")
    if not content:
        raise NotAcceptable(0, "the document is empty")
    return CONTENT_TYPES[ending]
