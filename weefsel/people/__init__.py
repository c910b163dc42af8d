"""Organisations, persons, units, the reporting line, profiles and following."""
