from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from weefsel.people.models.organisation import Organisation
from weefsel.people.models.unit import Unit
from weefsel.people.terms import HANDLE_MAX, NAME_MAX, TITLE_MAX, PersonKind


class Person(models.Model):
    """Somebody with a profile: of the home organisation or of another, with an account or not yet.

    A placeholder stands for somebody an import met; ``stands_for`` is set when a steward says who that is, and unset
    when it was a mistake: what it wrote stays its own. Bots are in no directory, layer or count.
    ``layer`` is the distance from the top of the reporting line, kept by the commands that change the line.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="people")
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="person"
    )
    kind = models.CharField(max_length=12, choices=PersonKind.choices, default=PersonKind.ORDINARY)
    stands_for = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="placeholders")
    handle = models.CharField(max_length=HANDLE_MAX)
    name = models.CharField(max_length=NAME_MAX)
    given_name = models.CharField(max_length=NAME_MAX, blank=True)
    family_name = models.CharField(max_length=NAME_MAX, blank=True)
    search_name = models.CharField(max_length=NAME_MAX * 2, blank=True)  # people.names says how it is made
    email = models.EmailField(max_length=254, blank=True)
    employee_id = models.CharField(max_length=60, blank=True)
    job_title = models.CharField(max_length=TITLE_MAX, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="people")
    manager = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="reports")
    layer = models.PositiveSmallIntegerField(null=True)
    site = models.CharField(max_length=NAME_MAX, blank=True)
    language = models.CharField(max_length=8, blank=True)
    own_words = models.TextField(blank=True)
    started_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    welcomed_at = models.DateTimeField(null=True)  # the first visit's three steps are done or skipped
    created_at = models.DateTimeField(default=timezone.now)
    source = models.CharField(max_length=20, blank=True)
    source_key = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("handle"), name="people_person_handle"),
            models.UniqueConstraint(Lower("email"), condition=~models.Q(email=""), name="people_person_email"),
            models.UniqueConstraint(
                fields=["employee_id"], condition=~models.Q(employee_id=""), name="people_person_employee_id"
            ),
            models.UniqueConstraint(
                fields=["source", "source_key"], condition=~models.Q(source_key=""), name="people_person_source"
            ),
            models.CheckConstraint(
                condition=models.Q(stands_for=None) | models.Q(kind="placeholder"), name="people_person_stands_for"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "search_name", "id"], name="people_person_directory"),
            models.Index(fields=["search_name", "id"], name="people_person_name"),
            models.Index(fields=["unit", "search_name", "id"], name="people_person_unit"),
            models.Index(fields=["site", "search_name", "id"], name="people_person_site"),
            models.Index(fields=["language", "search_name", "id"], name="people_person_language"),
        ]

    def __str__(self) -> str:
        return self.name


class Follow(models.Model):
    """A person follows another's storyline."""

    follower = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="following")
    followed = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="followers")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["follower", "followed"], name="people_follow_once"),
            models.CheckConstraint(
                condition=~models.Q(follower=models.F("followed")), name="people_follow_not_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.follower_id} > {self.followed_id}"


class AskMeAbout(models.Model):
    """A topic a person wants to be asked about: its normal form, and as they wrote it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ask_me_about")
    topic = models.CharField(max_length=60)
    shown = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "topic"], name="people_askmeabout_once")]
        indexes = [models.Index(fields=["topic", "person"], name="people_askmeabout_topic")]

    def __str__(self) -> str:
        return self.shown
