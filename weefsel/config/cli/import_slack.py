"""``weefsel import slack``: conversations out of a Slack export."""

from pathlib import Path
from typing import Annotated, Any

import typer

from weefsel.config.cli.app import imports
from weefsel.config.cli.output import AsJson, print_facts, progress, say
from weefsel.config.cli.ready import load_network

ExportFile = Annotated[Path, typer.Argument(help="The zip file that Slack made.", exists=True, dir_okay=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Read and count, and change nothing.")]


@imports.command("slack")
def slack(file: ExportFile, *, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Bring a Slack export in. Safe to run twice, and to start again after an interruption."""
    load_network()
    from weefsel.kernel.actor import Door, Power, acting_job  # noqa: PLC0415 - needs Django
    from weefsel.transfer.commands.run_import import run_import  # noqa: PLC0415 - needs Django
    from weefsel.transfer.commands.start_import import start_import  # noqa: PLC0415 - needs Django

    actor = acting_job(Power.IMPORT, door=Door.COMMAND)
    run_id = start_import(actor, kind="slack", file_name=file.name, path=file, dry_run=dry_run)
    with progress() as display:
        task = display.add_task("Reading", total=None)
        facts = run_import(
            actor,
            run_id=run_id,
            progress=lambda what, n, of: display.update(task, description=what, completed=n, total=of),
        )
    print_facts(facts, as_json=as_json)
    if not as_json:
        _say_account(facts, dry_run=dry_run)


def _say_account(facts: dict[str, Any], *, dry_run: bool) -> None:
    came, read = facts["imported"], facts["read"]["messages"]
    verb = "would come" if dry_run else "came"
    say(f"{came['posts']} posts and {came['replies']} replies {verb} in, of {read} messages.")
