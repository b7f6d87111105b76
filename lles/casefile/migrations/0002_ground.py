"""The ground of the casefile: location data under a role of their own, references, and the service as an officer."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LOCATIONS_APART = """
REVOKE ALL ON casefile_location FROM PUBLIC, lles_app;
REVOKE ALL ON SEQUENCE casefile_location_id_seq FROM PUBLIC, lles_app;
GRANT SELECT, INSERT, UPDATE ON casefile_location TO lles_locations;
GRANT USAGE, SELECT ON SEQUENCE casefile_location_id_seq TO lles_locations;
"""
REFERENCES = """
CREATE SEQUENCE case_reference START 1001;
GRANT USAGE ON SEQUENCE case_reference TO lles_app;
"""


def the_service_is_an_officer(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Before anything happens there is somebody as whom the service itself acts."""
    officers = apps.get_model("casefile", "Officer")
    officers.objects.create(name="Lles", job="the_service", roles=["the_service"], is_service=True)


class Migration(migrations.Migration):
    """No statement of the application reads where people live but inside the store of locations."""

    dependencies = [("casefile", "0001_first")]
    operations = [
        migrations.RunSQL(LOCATIONS_APART, migrations.RunSQL.noop),
        migrations.RunSQL(REFERENCES, "DROP SEQUENCE case_reference;"),
        migrations.RunPython(the_service_is_an_officer, migrations.RunPython.noop),
    ]
