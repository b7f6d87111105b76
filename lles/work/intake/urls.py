"""Addresses of intake."""

from django.urls import path

from lles.work.intake.views import arrivals, checking, facts, hearings, registration

app_name = "intake"
CASE = "cases/<str:reference>/"
KEYED = "registrations/<int:registration>/"
PAGE = f"{KEYED}pages/<slug:page>/"

urlpatterns = [
    path("arrivals/", arrivals.Arrivals.as_view(), name="arrivals"),
    path("arrivals/<int:arrival>/", arrivals.OneArrival.as_view(), name="arrival"),
    path("arrivals/<int:arrival>/settle/", arrivals.SettleArrival.as_view(), name="settle"),
    path("arrivals/<int:arrival>/files/<int:place>/", arrivals.OpenFile.as_view(), name="file"),
    path("arrivals/<int:arrival>/key/", registration.Begin.as_view(), name="key"),
    path("registrations/begin/", registration.Begin.as_view(), name="register"),
    path(KEYED, registration.TaskList.as_view(), name="registration"),
    path(f"{KEYED}check/", checking.CheckAnswers.as_view(), name="registration_check"),
    path(f"{KEYED}set-aside/", registration.SetAside.as_view(), name="registration_aside"),
    path(PAGE, registration.OnePage.as_view(), name="registration_page"),
    path(f"{PAGE}save/", registration.SaveOnePage.as_view(), name="registration_draft"),
    path(f"{PAGE}take-out/", registration.TakeOut.as_view(), name="registration_take_out"),
    path(f"{CASE}court/", arrivals.FromTheCourt.as_view(), name="of_case"),
    path(f"{CASE}application/", facts.Facts.as_view(), name="facts"),
    path(f"{CASE}application/<slug:fact>/", facts.RecordFact.as_view(), name="fact"),
    path(f"{CASE}hearings/", hearings.Hearings.as_view(), name="hearings"),
    path(f"{CASE}hearings/add/", hearings.ListHearing.as_view(), name="list_hearing"),
    path(f"{CASE}hearings/<int:hearing>/move/", hearings.MoveHearing.as_view(), name="move_hearing"),
    path(f"{CASE}hearings/<int:hearing>/vacate/", hearings.VacateHearing.as_view(), name="vacate_hearing"),
]
