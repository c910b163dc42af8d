from django.urls import URLPattern, URLResolver, path

from weefsel.posts.web.thread import thread

urlpatterns: list[URLPattern | URLResolver] = [
    path("posts/<int:post_id>/", thread, name="thread"),
]
