"""Addresses of the frame itself."""

from django.urls import path

from lles.site.frame import keys, language, typed_text

urlpatterns = [
    path("language/", language.switch_language, name="language"),
    path("keys/", keys.switch_keys, name="keys"),
    path("kept/", typed_text.give_back, name="typed_text"),
]
