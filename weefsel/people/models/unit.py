from django.db import models

from weefsel.people.terms import NAME_MAX


class Unit(models.Model):
    """A unit of the home organisation; ``parent`` makes the tree, ``UnitClosure`` answers questions about it."""

    name = models.CharField(max_length=NAME_MAX)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    site = models.CharField(max_length=NAME_MAX, blank=True)
    source = models.CharField(max_length=20, blank=True)
    source_key = models.CharField(max_length=120, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], condition=~models.Q(source_key=""), name="people_unit_source"
            )
        ]

    def __str__(self) -> str:
        return self.name


class UnitClosure(models.Model):
    """Every pair of a unit and one of its ancestors, itself included at depth 0."""

    ancestor = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="below")
    descendant = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="above")
    depth = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ancestor", "descendant"], name="people_unitclosure_once")]
        indexes = [models.Index(fields=["descendant", "depth"], name="people_unitclosure_up")]

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id}"
