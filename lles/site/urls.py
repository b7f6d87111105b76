"""Every address of the site."""

from django.urls import URLPattern, URLResolver, include, path

from lles.site.pieces import modules_of_pieces

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lles.site.office.urls")),
    path("", include("lles.casefile.urls")),
    *(path("", include(name)) for name in modules_of_pieces("urls")),
    path("signin/", include("lles.site.signin.urls")),
    path("", include("lles.site.frame.urls")),
]

handler400 = "lles.site.frame.errors.bad_request"
handler403 = "lles.site.frame.errors.forbidden"
handler404 = "lles.site.frame.errors.not_found"
handler500 = "lles.site.frame.errors.server_error"
