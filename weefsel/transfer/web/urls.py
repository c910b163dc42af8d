from django.urls import URLPattern, URLResolver, path

from weefsel.transfer.web.imports import import_account, imports

urlpatterns: list[URLPattern | URLResolver] = [
    path("steward/imports/", imports, name="imports"),
    path("steward/imports/<int:run_id>/", import_account, name="import_run"),
]
