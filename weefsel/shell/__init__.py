"""Pages that show several floors at once.

Home, a person, a unit, a community, the steward's desk, first set-up, and the frame around every page.
"""
