"""Pages made for these tests: one with every field, one with every component, one that fails."""

from datetime import UTC, date, datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import include, path

from lles.casefile.forms import Asked, ClockField, DateBoxesField, Form, YesNoField
from lles.site.frame.context import NavigationItem

PLAIN = """{% extends "site/layout.html" %}
{% block title %}C-1001{% endblock %}{% block content %}<h1>Plain</h1>{% endblock %}"""
FORM = """{% extends "site/layout.html" %}
{% from "site/macros/form.html" import page_form with context %}
{% from "site/macros/govuk.html" import button, error_summary %}
{% block title %}Call{% endblock %}
{% block content %}{{ error_summary(form) }}<h1>Call</h1>
{% call page_form() %}{{ form }}{{ button("Record") }}{% endcall %}{% endblock %}"""
COMPONENTS = """{% extends "site/layout.html" %}
{% from "site/macros/form.html" import act with context %}
{% from "site/macros/govuk.html" import back_link, breadcrumbs, button, details, exit_this_page, inset,
   notification, pagination, panel, summary_list, table, tabs, tag, warning_text %}
{% from "site/macros/moj.html" import alert, badge, identity_bar, side_navigation, sub_navigation, timeline %}
{% from "site/macros/tasks.html" import task_list, why %}
{% block title %}C-1001{% endblock %}
{% block back %}
{{ breadcrumbs([{"text": "A1", "href": "/plain/"}, {"text": "A2"}]) }}{{ back_link("/plain/") }}{% endblock %}
{% block content %}
{% call identity_bar("Bevan <Efa>") %}{{ badge("B1", "red") }}{% endcall %}
{{ alert("L1", kind="warning") }}{{ alert("L2", kind="error", title="L3") }}
{{ sub_navigation([{"text": "S1", "href": "/", "active": true},
                   {"text": "S2", "href": "/", "count": 4}], "S0") }}
{{ side_navigation([{"text": "N1", "href": "/", "active": true}], "N0") }}
{{ timeline([{"title": "T1", "moment": moment, "by": "Nia Price", "text": "T2"},
             {"title": "T3", "day": day}]) }}
<div>{{ why("W1?", "W2") }}{% call why("W3?") %}<p>W4</p>{% endcall %}</div>
{{ task_list([{"title": "K1", "href": "/", "hint": "K2", "status": "K3", "colour": "red",
               "question": "K4?", "reason": "K5"}, {"title": "K6", "status": "K7"}]) }}
{{ summary_list([{"key": "Y1", "value": "<Y2>", "action": {"text": "Y3", "href": "/", "said": "Y3 Y1"}}],
    title="Y4") }}
{{ table("R0", ["R1", "R2"], [["R3", 4]], figures=[1]) }}
{{ tabs("P0", [{"label": "P1", "id": "p1", "html": "P2"}]) }}
{{ pagination([{"number": 1, "href": "/", "current": true}, {"number": 2, "href": "/"}], next="/") }}
{{ notification("O1", success=true) }}{{ warning_text("O2") }}{{ inset("O3") }}{{ tag("O4", "green") }}
{{ panel("O5", "O6") }}{% call details("O7") %}O8{% endcall %}
{{ button("O9", href="/") }}{{ act("/plain/", "O10", said="O10 again") }}{{ exit_this_page("/") }}
{% endblock %}"""


class Call(Form):
    """Every kind of field."""

    name = forms.CharField(label="Name", max_length=50)
    day = DateBoxesField(label="Day", help_text="12 3 2026")
    hour = ClockField(label="Hour", required=False)
    safe = YesNoField(asked=Asked.IS, label="Safe?", unknown="Unknown")
    who = forms.ChoiceField(label="Who", choices=[("", ""), ("m", "Mother"), ("f", "Father")])
    topics = forms.MultipleChoiceField(
        label="Topics",
        choices=[("a", "Safety"), ("b", "School")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    outcome = forms.ChoiceField(
        label="Outcome", choices=[("k", "Known"), ("n", "New")], widget=forms.RadioSelect
    )
    said = forms.CharField(label="Said", widget=forms.Textarea, max_length=200)
    read_back = forms.BooleanField(label="Read back", required=False)
    secret = forms.CharField(label="Secret", widget=forms.PasswordInput, required=False)
    paper = forms.FileField(label="Paper", required=False)
    place = forms.CharField(widget=forms.HiddenInput, required=False, initial="here")


TYPED = {
    "name": "Siân",
    "day-day": "12",
    "day-month": "Mawrth",
    "day-year": "2026",
    "hour": "9.30am",
    "safe": "no",
    "who": "m",
    "topics": ["a", "b"],
    "outcome": "k",
    "said": "First line\r\nSecond <line>",
    "read_back": "on",
    "place": "there",
}


def _page(request: HttpRequest, source: str, **context: object) -> HttpResponse:
    return HttpResponse(engines["jinja2"].from_string(source).render(context, request))


def plain(request: HttpRequest) -> HttpResponse:
    return _page(request, PLAIN)


def components(request: HttpRequest) -> HttpResponse:
    moment = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
    return _page(request, COMPONENTS, moment=moment, day=date(2026, 3, 12))


def call(request: HttpRequest) -> HttpResponse:
    form = Call(request.POST if request.method == "POST" else None)
    return HttpResponseRedirect("/plain/") if form.is_valid() else _page(request, FORM, form=form)


def told(request: HttpRequest) -> HttpResponse:
    messages.success(request, "The <call> was recorded.")
    return HttpResponseRedirect("/plain/")


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("the machine failed in a way nobody should read")


def navigation(request: HttpRequest) -> tuple[NavigationItem, ...]:
    return NavigationItem("Today", "/"), NavigationItem("Arrivals", "/plain/")


urlpatterns = [
    path("", plain, name="today"),
    path("plain/", plain),
    path("find/", plain, name="find"),
    path("call/", call),
    path("components/", components),
    path("told/", told),
    path("failing/", failing),
    path("signin/", include("lles.site.signin.urls")),
    path("", include("lles.site.frame.urls")),
]
handler400 = "lles.site.frame.errors.bad_request"
handler403 = "lles.site.frame.errors.forbidden"
handler404 = "lles.site.frame.errors.not_found"
handler500 = "lles.site.frame.errors.server_error"
