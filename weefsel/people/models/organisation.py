from django.db import models
from django.db.models.functions import Lower

from weefsel.people.terms import NAME_MAX, OrganisationKind


class Organisation(models.Model):
    """The home organisation (exactly one), or a customer, supplier, partner or competitor."""

    name = models.CharField(max_length=NAME_MAX)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices)
    source = models.CharField(max_length=20, blank=True)
    source_key = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(kind="home"), name="people_organisation_one_home"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationDomain(models.Model):
    """An e-mail domain belongs to one organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=253)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("domain"), name="people_organisationdomain_one_owner")]

    def __str__(self) -> str:
        return self.domain
