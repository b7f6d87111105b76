"""The database made ready: the server runs, the database is there, its tables are those of this version."""

import os
import sys

from lles.links.postgres import OWNER, Server
from lles.links.postgres_programs import DatabaseDidNotStart


def make_ready(name: str | None = None) -> None:
    """Make a database, unless it is there, and bring its tables to this version as their owner."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "lles.site.settings"
    os.environ["LLES_DATABASE_ROLE"] = OWNER
    server = Server().ensure()
    if name:
        os.environ["LLES_DATABASE_NAME"] = name
    if name or server.given is None:
        server.create_database(*([name] if name else []))

    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=1, stdout=sys.stderr)
    call_command("createcachetable", verbosity=0, stdout=sys.stderr)


if __name__ == "__main__":
    try:
        make_ready(*sys.argv[1:2])
    except DatabaseDidNotStart as error:
        sys.exit(f"Error: {error}")
