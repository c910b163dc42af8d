"""What is kept of a file until it is applied: the columns that are taken, on the lines where they stood."""

import csv
import io

from weefsel.people.commands._sync.table import Table

_STILL_A_ROW = "-"  # read as nothing, and keeps a row from looking like an empty line


def kept_part(table: Table) -> bytes:
    """The table as a file again, in which every cell that is not taken is empty. Read back, it says the same."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.headers)
    taken = set(table.columns.values())
    line = 2
    for record in table.records:
        text.write("\n" * (record.line - line))
        cells = [
            cell.replace("\r\n", "\n").replace("\r", "\n") if place in taken or place >= len(table.headers) else ""
            for place, cell in enumerate(record.cells)
        ]
        writer.writerow(cells if any(cell.strip() for cell in cells) else [*cells[:-1], _STILL_A_ROW])
        line = max(line, record.line) + 1 + sum(cell.count("\n") for cell in cells)
    return text.getvalue().encode()
