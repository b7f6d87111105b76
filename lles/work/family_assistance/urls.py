"""Addresses of family assistance."""

from django.urls import path

from lles.work.family_assistance.views import (
    also,
    answers,
    nothing,
    opinion,
    order,
    papers,
    plan,
    said,
    work,
    wrong,
)

app_name = "family_assistance"
ORDERS = "cases/<str:reference>/family-assistance/"
ORDER = f"{ORDERS}<int:assistance>/"

urlpatterns = [
    path(ORDERS, order.Orders.as_view(), name="orders"),
    path(f"{ORDERS}propose/", order.Propose.as_view(), name="propose"),
    path(ORDER, order.Order.as_view(), name="order"),
    path(f"{ORDER}terms/", order.RecordTerms.as_view(), name="terms"),
    path(f"{ORDER}answer/", answers.RecordAnswer.as_view(), name="answer"),
    path(f"{ORDER}nothing/", nothing.RecordNothing.as_view(), name="nothing"),
    path(f"{ORDER}<slug:what>/<int:row>/wrong/", wrong.RecordWrong.as_view(), name="wrong"),
    path(f"{ORDER}opinion/", opinion.GiveOpinion.as_view(), name="opinion"),
    path(f"{ORDER}plan/", plan.WritePlan.as_view(), name="plan"),
    path(f"{ORDER}both-languages/", also.SayInBoth.as_view(), name="also"),
    path(f"{ORDER}plan/versions/", plan.Versions.as_view(), name="versions"),
    path(f"{ORDER}plan/told/<int:party>/", plan.TellPlan.as_view(), name="told"),
    path(f"{ORDER}documents/<slug:paper>/", papers.WritePaper.as_view(), name="document"),
    path(f"{ORDER}report/", papers.ReportDue.as_view(), name="report"),
    path(
        f"{ORDER}documents/<slug:paper>/<slug:reader>/<slug:language>/",
        papers.PreviewPaper.as_view(),
        name="preview",
    ),
    path(f"{ORDER}work/", work.RecordWork.as_view(), name="work"),
    path(f"{ORDER}consent/<int:party>/", said.RecordConsent.as_view(), name="consent"),
    path(f"{ORDER}said/adult/<int:party>/", said.HeardAdult.as_view(), name="heard_adult"),
    path(f"{ORDER}said/child/<int:child>/", said.HeardChild.as_view(), name="heard_child"),
]
