"""Pages that show several floors at once: home, a person, a unit, a community, the steward's desk, first set-up, and the frame around every page."""
