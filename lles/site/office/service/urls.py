"""Addresses of the administrator's pages."""

from django.urls import path

from lles.site.office.service import arrangements, people, places

app_name = "service"

urlpatterns = [
    path("", places.Service.as_view(), name="service"),
    path("people/", people.People.as_view(), name="people"),
    path("people/add/", people.AddPerson.as_view(), name="add_person"),
    path("people/<int:person>/", people.Person.as_view(), name="person"),
    path("people/<int:person>/change/", people.ChangePerson.as_view(), name="change_person"),
    path("people/<int:person>/arrangements/", arrangements.Arrangements.as_view(), name="arrangements"),
    path("people/<int:person>/account/<slug:act>/", people.ActOnAccount.as_view(), name="account"),
    path("offices/", places.Offices.as_view(), name="offices"),
    path("offices/add/", places.AddOffice.as_view(), name="add_office"),
    path("offices/<slug:slug>/", places.ChangeOffice.as_view(), name="office"),
    path("closed-days/", places.ClosedDays.as_view(), name="closed_days"),
    path("closed-days/add/", places.AddClosedDay.as_view(), name="add_closed_day"),
    path("pathfinder/", places.Areas.as_view(), name="areas"),
    path("pathfinder/add/", places.SetArea.as_view(), name="add_area"),
    path("pathfinder/<slug:area>/", places.SetArea.as_view(), name="area"),
]
