"""``weefsel people sync``: people, units and reporting line from the HR system's file."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from weefsel.config.cli.app import people
from weefsel.config.cli.output import AsJson, print_facts, progress
from weefsel.config.cli.ready import load_network
from weefsel.kernel.refusals import Invalid

File = Annotated[Path, typer.Argument(help="A CSV file whose first line names the columns.", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")]
Missing = Annotated[
    bool, typer.Option("--deactivate-missing", help="Who is not in the file has left. Nobody is deleted.")
]

MOST_SHOWN = 200  # lines of the difference on a terminal; the facts as JSON have every warning


@people.callback()
def _group() -> None:
    """Keep ``sync`` a command of its own, also while it is the only one."""


@people.command()
def sync(file: File, dry_run: DryRun = False, deactivate_missing: Missing = False, as_json: AsJson = False) -> None:
    """Bring in people, units and the reporting line; safe to run again.

    People are found by employee number, then by e-mail. Rows that cannot be taken are named; the others are applied.
    """
    content = _bytes_of(file)
    load_network()
    from weefsel.kernel.actor import Door, Power, acting_job  # noqa: PLC0415 - needs Django
    from weefsel.people.commands.sync_people import sync_people  # noqa: PLC0415

    with progress() as display:
        row = display.add_task("Comparing", total=None)

        def told(done: int, everybody: int) -> None:
            display.update(row, description="Writing", completed=done, total=everybody)

        account = sync_people(
            acting_job(Power.SYNC_PEOPLE, door=Door.COMMAND),
            file=content,
            dry_run=dry_run,
            deactivate_missing=deactivate_missing,
            told=told,
        )
    if as_json:
        print_facts(account.facts(), as_json=True)
    else:
        _print_account(account)


def _bytes_of(file: Path) -> bytes:
    """Read the file. Raises ``Invalid`` when there is none or it is larger than any HR file."""
    from weefsel.people.terms import HR_FILE_MAX  # noqa: PLC0415 - needs settings for its words

    if not file.is_file():
        raise Invalid(f"There is no file {file}. Say where the HR system's CSV file lies.")
    if file.stat().st_size > HR_FILE_MAX:
        most = HR_FILE_MAX // 1024 // 1024
        raise Invalid(f"{file} is larger than {most} MB. Split it, or leave out columns that are not needed.")
    return file.read_bytes()


def _print_account(account: Any) -> None:
    """Print the account for people: what changes, what is to be looked at, and the numbers."""
    console = Console(highlight=False)
    if account.changes:
        console.print(_difference(account))
    if account.new_units:
        console.print(f"New units: {escape(', '.join(account.new_units))}")
    for title, said in (("To look at", account.warnings), ("Refused", account.refused)):
        for one in said[:MOST_SHOWN]:
            where = f"line {one.line}: " if one.line else ""
            console.print(f"[bold]{title}[/bold] {where}{escape(one.message)}")
    if account.ignored_columns:
        console.print(f"Columns that were not read: {escape(', '.join(account.ignored_columns))}")
    console.print(_sum(account))


def _difference(account: Any) -> Table:
    table = Table(title="What would change" if account.is_dry_run else "What changed", title_justify="left")
    for name in ("", "Line", "Name", "How"):
        table.add_column(name, overflow="fold")
    last = ""
    for change in account.changes[:MOST_SHOWN]:
        if last and change.kind != last:
            table.add_section()
        how = "; ".join(
            f"{d.what}: {d.before} → {d.after}" if d.before else f"{d.what}: {d.after}" for d in change.details
        )
        table.add_row(
            "" if change.kind == last else str(change.kind), str(change.line or ""), escape(change.name), escape(how)
        )
        last = change.kind
    if len(account.changes) > MOST_SHOWN:
        table.add_section()
        table.add_row("…", "", f"{len(account.changes) - MOST_SHOWN} more", "")
    return table


def _sum(account: Any) -> str:
    tense = "would be " if account.is_dry_run else ""
    return (
        f"{account.read} rows read: {account.created} {tense}created, {account.updated} {tense}updated, "
        f"{account.unchanged} unchanged, {account.refused_rows} refused; "
        f"{account.deactivated} {'would have ' if account.is_dry_run else ''}left."
    )
