from django.db import models


class Entry(models.Model):
    """One deed: who, through which door, what, to which thing, when. Never the contents of a post.

    Who and what are plain numbers: the trail outlives what it speaks of. ``seal`` chains the entries
    in the order of their ``place``.
    """

    at = models.DateTimeField()
    door = models.CharField(max_length=12)
    account_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    deed = models.CharField(max_length=60)
    thing = models.CharField(max_length=40)
    thing_id = models.CharField(max_length=64, blank=True)
    facts = models.JSONField(default=dict)
    seal = models.CharField(max_length=64, blank=True)
    place = models.BigIntegerField(
        null=True, unique=True
    )  # in the chain; who came late to the table stands later there

    class Meta:
        indexes = [
            models.Index(fields=["thing", "thing_id", "id"], name="audit_entry_thing"),
            models.Index(fields=["id"], condition=models.Q(seal=""), name="audit_entry_unsealed"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.deed} {self.thing} {self.thing_id}"
