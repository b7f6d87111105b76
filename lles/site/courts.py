"""Where the courts' services are: addresses, paths, limits and secrets from the environment."""

from collections.abc import Mapping
from dataclasses import fields, replace

from lles.links.court.facts import Service
from lles.links.court.settings import ServiceSettings, private_law, public_law

SECRET = {"base_url", "user_token", "subscription_key", "service"}


def court_settings(service: Service, environ: Mapping[str, str]) -> ServiceSettings | None:
    """The settings of one service, None where it has no address: LLES_COURT_PRIVATE_URL, _TOKEN, _KEY, and
    any path or limit by its name."""
    prefix = f"LLES_COURT_{service.upper()}_"
    make = private_law if service == "private" else public_law
    if not environ.get(f"{prefix}URL"):
        return None
    known = make(environ[f"{prefix}URL"], environ.get(f"{prefix}TOKEN", ""), environ.get(f"{prefix}KEY", ""))
    given = {
        field.name: type(getattr(known, field.name))(environ[prefix + field.name.upper()])
        for field in fields(ServiceSettings)
        if field.name not in SECRET and prefix + field.name.upper() in environ
    }
    return replace(known, **given)
