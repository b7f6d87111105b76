"""How a call to a court's service can fail, sorted by what it says about what the court did."""

from __future__ import annotations

# CourtError
#   CourtUnreachable   the call did not get through: the court surely did nothing
#   CourtSilent        the call went out and no certain answer came back: the court may have acted
#   CourtRefused       the court, or the gateway before it, said no
#     CourtBusy        ... for now: too many calls
#     DocumentUnknown, DocumentForbidden, NotADocumentId, NotAcceptable

LONGEST_MESSAGE = 300


class CourtError(Exception):
    """A call to a court's service failed."""


class CourtUnreachable(CourtError):
    """The call did not get through, so the court surely did nothing."""


class CourtSilent(CourtError):
    """The call went out and no certain answer came back, so the court may have acted."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class CourtRefused(CourtError):
    """The court, or its gateway, refused the call with a status; 0 means that it was never sent."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status}: {message}"[:LONGEST_MESSAGE])
        self.status = status
        self.message = message[:LONGEST_MESSAGE]


class CourtBusy(CourtRefused):
    """The court took no notice because it was called too often; the same call may be made later."""

    def __init__(self, status: int, message: str, retry_after: float | None) -> None:
        super().__init__(status, message)
        self.retry_after = retry_after


class NotADocumentId(CourtRefused):
    """The court names documents by UUIDs, and this is none; it was not asked for."""


class DocumentUnknown(CourtRefused):
    """The court holds no such document, or no longer."""


class DocumentForbidden(CourtRefused):
    """The court does not give this document to the service."""


class NotAcceptable(CourtRefused):
    """The court would refuse this, so it was never sent."""
