"""Pages of the look itself."""

from django.urls import path

from weefsel.ui.web.keys import keys
from weefsel.ui.web.styleguide import styleguide

app_name = "ui"
urlpatterns = [
    path("keys/", keys, name="keys"),
    path("styleguide/", styleguide, name="styleguide"),
]
