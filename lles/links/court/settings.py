"""Where a court's service is, how it is asked, and how often: nothing of it is wired into the code."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from lles.links.court.facts import Service


@dataclass(frozen=True)
class ServiceSettings:
    """One court's service. Paths name {document_id} and {case_number}; secrets never show in a repr."""

    service: Service
    base_url: str
    user_token: str = field(repr=False)
    subscription_key: str = field(repr=False)
    search_path: str
    download_path: str
    upload_path: str
    guardians_path: str
    start_name: str
    end_name: str
    zone_name: str
    searches_a_minute: int = 5
    downloads_a_minute: int = 20
    uploads_a_minute: int = 5
    connect_seconds: float = 10.0
    read_seconds: float = 60.0
    largest_answer: int = 256 * 2**20
    overlap_minutes: int = 5
    attempts: int = 4
    first_pause_seconds: float = 5.0

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("https://", "http://")):
            raise ValueError("the address of a court's service starts with https:// or http://")
        for secret in (self.user_token, self.subscription_key):
            if not (secret.isascii() and secret.isprintable()):
                raise ValueError("a token of a court's service holds printable ASCII characters only")

    @property
    def zone(self) -> ZoneInfo:
        """The clock of the service's windows."""
        return ZoneInfo(self.zone_name)

    def headers(self) -> dict[str, str]:
        """Say who asks; the search wants a content type even though it sends nothing."""
        return {
            "Authorization": self.user_token,
            "Ocp-Apim-Subscription-Key": self.subscription_key,
            "Accept": "*/*",
        }


def private_law(
    base_url: str, user_token: str, subscription_key: str, *, gateway: bool = True
) -> ServiceSettings:
    """Set up the private-law service, behind its gateway or at the application itself."""
    return ServiceSettings(
        service="private",
        base_url=base_url,
        user_token=user_token,
        subscription_key=subscription_key,
        search_path="/family-api/cases" if gateway else "/cases/searchCases",
        download_path=("/family-api" if gateway else "") + "/cases/documents/{document_id}/binary",
        upload_path=("/prl-document-api" if gateway else "") + "/{case_number}/document",
        guardians_path="",
        start_name="start_date",
        end_name="end_date",
        zone_name="UTC",
    )


def public_law(
    base_url: str, user_token: str, subscription_key: str, *, gateway: bool = True
) -> ServiceSettings:
    """Set up the public-law service, behind its gateway or at the application itself."""
    base = "/public-law-api" if gateway else ""
    return ServiceSettings(
        service="public",
        base_url=base_url,
        user_token=user_token,
        subscription_key=subscription_key,
        search_path=f"{base}/cases",
        download_path=base + "/cases/documents/{document_id}/binary",
        upload_path=base + "/cases/{case_number}/document",
        guardians_path=base + "/cases/{case_number}/guardians",
        start_name="startDate",
        end_name="endDate",
        zone_name="Europe/London",
    )
