from django.db import models

from weefsel.communities.models import Community
from weefsel.people.models import Person
from weefsel.posts.models.home import Home
from weefsel.posts.terms import TITLE_MAX


class Post(models.Model):
    """What somebody published: a thread start (``thread`` empty) or a reply in its thread.

    The id is made from ``published_at``, so it sorts by time. ``version`` rises with whatever changes what a card shows
    (so that cards can be kept), ``edit_number`` with edits alone (so that two people editing at once meet).
    ``reply_count`` counts replies that stand; a reply's audience is its thread's.
    """

    id = models.BigIntegerField(primary_key=True)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    home = models.ForeignKey(Home, on_delete=models.CASCADE, related_name="posts")
    thread = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="replies")
    reply_to = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="answered_by")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=TITLE_MAX, blank=True)
    body = models.TextField(blank=True)
    html = models.TextField(blank=True)
    renderer = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=8, blank=True)
    inside_only = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    removed_because = models.CharField(max_length=300, blank=True)
    locked_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    edit_number = models.PositiveIntegerField(default=0)
    reply_count = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=20, blank=True)
    source_key = models.CharField(max_length=120, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    form_key = models.CharField(max_length=64, blank=True)  # of the form it was typed in: sent twice, it stands once

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], condition=~models.Q(source_key=""), name="posts_post_source"
            ),
            models.UniqueConstraint(
                fields=["author", "form_key"], condition=~models.Q(form_key=""), name="posts_post_form_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["home", "id"], condition=models.Q(thread=None, deleted_at=None), name="posts_post_home_feed"
            ),
            models.Index(fields=["thread", "id"], condition=models.Q(thread__isnull=False), name="posts_post_thread"),
            models.Index(fields=["author", "id"], name="posts_post_author"),
        ]

    def __str__(self) -> str:
        return f"post {self.pk}"


class PostVersion(models.Model):
    """What a post said before an edit."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=TITLE_MAX, blank=True)
    body = models.TextField(blank=True)
    replaced_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    replaced_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="posts_postversion_number")]

    def __str__(self) -> str:
        return f"{self.post_id} v{self.number}"


class Mention(models.Model):
    """A post names a person or a community (exactly one)."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="mentions")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="mentions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "person"], condition=models.Q(community=None), name="posts_mention_person_once"
            ),
            models.UniqueConstraint(
                fields=["post", "community"], condition=models.Q(person=None), name="posts_mention_community_once"
            ),
            models.CheckConstraint(
                condition=models.Q(community=None, person__isnull=False)
                | models.Q(community__isnull=False, person=None),
                name="posts_mention_exactly_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} names {self.person_id or self.community_id}"


class Topic(models.Model):
    """A #topic: its normal form is unique, its first spelling is shown."""

    name = models.CharField(max_length=60, unique=True)
    shown = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.shown


class PostTopic(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "topic"], name="posts_posttopic_once")]
        indexes = [models.Index(fields=["topic", "post"], name="posts_posttopic_newest")]

    def __str__(self) -> str:
        return f"{self.post_id} #{self.topic_id}"
