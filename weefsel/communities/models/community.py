from django.db import models
from django.utils import timezone

from weefsel.communities.terms import NAME_MAX, PURPOSE_MAX, CommunityForm, CommunityKind
from weefsel.people.models import Organisation, Person


class Community(models.Model):
    """A place with members and a purpose. Names need not be unique; a hidden one has a random slug.

    ``rules_version`` is the number of the newest charter that has rules of engagement (0: none): members must have
    accepted that one. ``shows_members`` says whether people from outside may see who is in it.
    """

    slug = models.SlugField(max_length=90, unique=True)
    name = models.CharField(max_length=NAME_MAX)
    search_name = models.CharField(max_length=NAME_MAX * 2, blank=True)  # lower case, without accents
    kind = models.CharField(max_length=12, choices=CommunityKind.choices)
    form = models.CharField(max_length=10, choices=CommunityForm.choices, default=CommunityForm.COMMUNITY)
    purpose = models.CharField(max_length=PURPOSE_MAX, blank=True)
    language = models.CharField(max_length=8, default="en")
    is_shared = models.BooleanField(default=False)
    shows_members = models.BooleanField(default=True)
    rules_version = models.PositiveIntegerField(default=0)
    begins_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    source = models.CharField(max_length=20, blank=True)
    source_key = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], condition=~models.Q(source_key=""), name="communities_community_source"
            )
        ]
        indexes = [
            models.Index(fields=["kind", "name", "id"], name="communities_community_list"),
            models.Index(fields=["search_name", "id"], name="communities_community_name"),
        ]

    def __str__(self) -> str:
        return self.name


class FormerSlug(models.Model):
    """An address that a community had. Not unique: when another one takes it, the newer one is meant."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=90)
    until = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.slug


class Charter(models.Model):
    """A version of a community's charter and of its rules of engagement. Versions are only added."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="charters")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    rules_of_engagement = models.TextField(blank=True)
    written_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["community", "number"], name="communities_charter_number")]

    def __str__(self) -> str:
        return f"{self.community_id} v{self.number}"


class SharedWith(models.Model):
    """An organisation with which a community is shared."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="shared_with")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "organisation"], name="communities_sharedwith_once")
        ]

    def __str__(self) -> str:
        return f"{self.community_id} {self.organisation_id}"
