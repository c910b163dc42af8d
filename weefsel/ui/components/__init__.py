"""The parts of the look, as functions that return finished HTML; ``templatetags/ui.py`` offers them to templates."""
