from django.urls import URLPattern, URLResolver, path

from weefsel.people.web import placeholders, sync

urlpatterns: list[URLPattern | URLResolver] = [
    path("steward/people/", sync.people_sync, name="people_sync"),
    path("steward/people/<int:run_id>/", sync.people_sync_run, name="people_sync_run"),
    path("steward/people/<int:run_id>/apply/", sync.apply, name="people_sync_apply"),
    path("steward/people/<int:run_id>/throw-away/", sync.throw_away, name="people_sync_throw_away"),
    path("steward/placeholders/", placeholders.placeholders, name="placeholders"),
]
