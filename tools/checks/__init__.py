"""Our own rules, which no linter knows: small programs that read the sources and name each offence.

Every module but ``checkout`` and ``sizes`` has a ``check`` that takes a checkout and yields offences. ``python -m
tools.checks`` runs all of them; ``python -m tools.checks sizes`` prints what stands out, and refuses nothing.
"""
