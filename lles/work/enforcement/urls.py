"""Addresses of enforcement."""

from django.urls import path

from lles.work.enforcement.views import also, application, documents, order, wrong

app_name = "enforcement"
MATTERS = "cases/<str:reference>/enforcement/"
MATTER = f"{MATTERS}<int:enforcement>/"

urlpatterns = [
    path(MATTERS, application.Matters.as_view(), name="matters"),
    path(f"{MATTERS}add/", application.Add.as_view(), name="add"),
    path(MATTER, application.Matter.as_view(), name="matter"),
    path(f"{MATTER}both-languages/", also.SayInBoth.as_view(), name="also"),
    path(f"{MATTER}application/", application.RecordApplication.as_view(), name="application"),
    path(f"{MATTER}alleged/", application.RecordAlleged.as_view(), name="alleged"),
    path(f"{MATTER}alleged/<int:alleged>/found/", application.RecordFound.as_view(), name="found"),
    path(f"{MATTER}<slug:what>/<int:row>/wrong/", wrong.RecordWrong.as_view(), name="wrong"),
    path(f"{MATTER}notice/", application.RecordNotice.as_view(), name="notice"),
    path(f"{MATTER}terms/", order.RecordTerms.as_view(), name="terms"),
    path(f"{MATTER}order/", order.MoveOrder.as_view(), name="move"),
    path(f"{MATTER}happened/", order.RecordHappened.as_view(), name="happened"),
    path(f"{MATTER}compensation/", order.RecordCompensation.as_view(), name="compensation"),
    path(f"{MATTER}end/", order.RecordEnded.as_view(), name="end"),
    path(f"{MATTER}write/<slug:kind>/", documents.Write.as_view(), name="write"),
    path(f"{MATTER}write/<slug:kind>/preview/", documents.Preview.as_view(), name="preview"),
]
