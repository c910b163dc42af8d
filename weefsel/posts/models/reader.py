"""What a reader has of their own: a reaction, a save, a thread followed, a draft, a mark of what was seen."""

from django.db import models
from django.utils import timezone

from weefsel.people.models import Person
from weefsel.posts.models.home import Home
from weefsel.posts.models.post import Post
from weefsel.posts.terms import TITLE_MAX, ReactionKind


class Reaction(models.Model):
    """One per person and post; another one replaces it."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=12, choices=ReactionKind.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="posts_reaction_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.post_id}"


class Pin(models.Model):
    """A thread start that an owner or moderator keeps on top of its home."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="pin")
    home = models.ForeignKey(Home, on_delete=models.CASCADE, related_name="pins")
    pinned_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"pin {self.post_id}"


class Saved(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="posts_saved_once")]

    def __str__(self) -> str:
        return f"{self.person_id} saved {self.post_id}"


class ThreadFollow(models.Model):
    """A person follows a thread, or has said that they do not want to (``is_following`` false stays false)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="thread_follows")
    thread = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="follows")
    is_following = models.BooleanField(default=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="posts_threadfollow_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.thread_id}"


class Draft(models.Model):
    """What somebody is writing: one per person and place (``home:ID``, ``thread:ID`` or ``edit:ID``)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=TITLE_MAX, blank=True)
    body = models.TextField(blank=True)
    inside_only = models.BooleanField(default=False)
    reply_to = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+")
    form_key = models.CharField(max_length=32, blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "place"], name="posts_draft_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.place}"


class SeenMark(models.Model):
    """How far a person has read their home. It never moves back."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="seen_mark")
    seen_id = models.BigIntegerField(default=0)
    seen_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.person_id} to {self.seen_id}"
