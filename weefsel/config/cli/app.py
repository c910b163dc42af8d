"""The command ``weefsel`` and its groups. Each command stands in a file of its own, which registers it here."""

import typer

app = typer.Typer(
    name="weefsel",
    help="An enterprise social network that complements an organisation's hierarchy.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
people = typer.Typer(help="The people of the network.", no_args_is_help=True)
imports = typer.Typer(help="Bring conversations in from elsewhere; safe to run twice.", no_args_is_help=True)
app.add_typer(people, name="people")
app.add_typer(imports, name="import")
