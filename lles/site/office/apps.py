"""The staff's pages as Django knows them: their templates and words."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The app of `office`."""

    name = "lles.site.office"
    label = "office"
    default_auto_field = "django.db.models.BigAutoField"
