import pytest

from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.testing import run_jobs
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.models import Person
from weefsel.people.testing import home_organisation, make_person
from weefsel.posts.models import Home, Post
from weefsel.posts.testing import make_post

pytestmark = pytest.mark.django_db

OPERATOR = acting_job(Power.SYNC_PEOPLE)


def test_whoever_comes_in_with_a_file_has_a_storyline() -> None:
    home_organisation()
    sync_people(OPERATOR, file=b"id,name\n1,Ann\n2,Bea\n")
    assert Home.objects.filter(person__in=Person.objects.all()).count() == 2


def test_the_cards_of_who_is_renamed_or_moved_by_a_file_are_drawn_anew() -> None:
    ann, bea, cas = (make_person(name, email=f"{name.lower()}@x.be") for name in ("Ann", "Bea", "Cas"))
    posts = {person.name: make_post(person) for person in (ann, bea, cas)}
    run_jobs()
    before = dict(Post.objects.values_list("pk", "version"))
    sync_people(OPERATOR, file=b"email,name,site\nann@x.be,Anna,\nbea@x.be,Bea,Gent\ncas@x.be,Cas,\n")
    run_jobs()
    after = dict(Post.objects.values_list("pk", "version"))
    raised = {name for name, post in posts.items() if after[post.pk] > before[post.pk]}
    assert raised == {"Ann", "Bea"}
