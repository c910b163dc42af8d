"""How Weefsel looks: layout, tokens, components, icons and the import map.

It knows no domain; what it shows is handed to it.
"""
