"""Every address of the site."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("lles.site.office.urls")),
    path("", include("lles.casefile.urls")),
    path("", include("lles.work.intake.urls")),
    path("", include("lles.work.allocation.urls")),
    path("", include("lles.work.introductions.urls")),
    path("", include("lles.work.meetings.urls")),
    path("", include("lles.work.urgent_referral.urls")),
    path("", include("lles.work.safeguarding.urls")),
    path("", include("lles.work.earlier_involvement.urls")),
    path("", include("lles.work.timetable.urls")),
    path("", include("lles.work.closing.urls")),
    path("signin/", include("lles.site.signin.urls")),
    path("", include("lles.site.frame.urls")),
]

handler400 = "lles.site.frame.errors.bad_request"
handler403 = "lles.site.frame.errors.forbidden"
handler404 = "lles.site.frame.errors.not_found"
handler500 = "lles.site.frame.errors.server_error"
