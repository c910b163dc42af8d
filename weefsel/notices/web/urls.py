from django.urls import URLPattern, URLResolver, path

from weefsel.notices.web import inbox

urlpatterns: list[URLPattern | URLResolver] = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/all-done/", inbox.all_done, name="inbox_all_done"),
    path("inbox/<int:notice_id>/done/", inbox.done, name="notice_done"),
    path("inbox/<int:notice_id>/undo/", inbox.undo, name="notice_undo"),
]
