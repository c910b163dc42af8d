from django.urls import URLPattern, URLResolver, path

from weefsel.shell.web import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("seen/", home.mark_seen, name="mark_seen"),
    path("news/", home.news, name="news"),
]
