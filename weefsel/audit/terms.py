"""Words of the audit trail."""

WORKS_COUNCIL_THINGS = ("monitoring", "legal_hold")
FIRST_SEAL = "0" * 64  # what the first entry is chained to
SEALED_AT_ONCE = 500
