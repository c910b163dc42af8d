"""``weefsel doctor``."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from weefsel.config.cli.app import app
from weefsel.config.cli.output import AsJson, print_facts, say
from weefsel.config.cli.ready import load_django, open_home

Mend = Annotated[bool, typer.Option("--mend", help="Put right what can be worked out anew.")]


@app.command()
def doctor(mend: Mend = False, as_json: AsJson = False) -> None:
    """Say what is wrong with the network and how to mend it. Exit code 1 when something is."""
    open_home()
    load_django()
    from weefsel.config.operation import doctor as examination  # noqa: PLC0415 - needs Django

    checks = examination.examine()
    if mend and "latest ids" in checks:
        say(f"Mended {examination.mend()} homes and units.")
        checks = examination.examine()
    findings = [finding for found in checks.values() for finding in found]
    if as_json:
        facts = {"ok": not findings, "checked": list(checks), "findings": [asdict(finding) for finding in findings]}
        print_facts(facts, as_json=True)
    else:
        for name, found in checks.items():
            lines = [f"  {finding.what}\n  To mend it: {finding.mend}" for finding in found]
            sys.stdout.write("\n".join([f"{name}: {'wrong' if found else 'well'}", *lines]) + "\n")
    if findings:
        raise typer.Exit(1)
