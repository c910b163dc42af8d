"""``python -m tools.checks [NAME ...]``: all rules, or those named; ``sizes`` prints what stands out."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.checks import (
    actor_comes_first,
    cards_carry_no_models,
    commands_ask_first,
    listeners_only_write_rows,
    locks_agree,
    no_refusal_swallowed,
    nothing_addictive,
    promises_are_written,
    rooms_open_to_others,
    templates_stay_strict,
    tests_are_collected,
    thin_models,
    words_kept_out,
)
from tools.checks.checkout import Checkout, Offence
from tools.checks.sizes import sizes

CHECKS: dict[str, Callable[[Checkout], Iterator[Offence]]] = {
    module.RULE: module.check
    for module in (
        actor_comes_first,
        cards_carry_no_models,
        commands_ask_first,
        listeners_only_write_rows,
        locks_agree,
        no_refusal_swallowed,
        nothing_addictive,
        promises_are_written,
        rooms_open_to_others,
        templates_stay_strict,
        tests_are_collected,
        thin_models,
        words_kept_out,
    )
}


def main(names: list[str]) -> int:
    """Print one line per offence. Exit code 1 if there is any, 2 for a rule that does not exist."""
    checkout = Checkout(Path(__file__).resolve().parents[2])
    if names == ["sizes"]:
        for lines, where, what in sorted(sizes(checkout), reverse=True):
            print(f"{lines:5}  {where}  {what}")
        return 0
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        print(f"There is no rule {unknown[0]}. The rules are: {', '.join(CHECKS)}, and sizes.", file=sys.stderr)
        return 2
    offences = [offence for name in names or CHECKS for offence in CHECKS[name](checkout)]
    for offence in offences:
        print(offence)
    return 1 if offences else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
