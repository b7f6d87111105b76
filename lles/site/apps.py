"""The site as an application of Django: its pages, words and assets."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Where people come in."""

    name = "lles.site"
    label = "site"
