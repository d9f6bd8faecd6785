"""Where inspections go: tables on standard output, JSON, or a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pandoc_vivavoce.command.inspection import Inspection, to_plain
from pandoc_vivavoce.command.outputs import check_folder, write_output


def show(inspections: Sequence[Inspection], as_json: bool, report: str) -> None:
    """Show *inspections* as JSON, as a page in the file *report*, or as tables if neither."""
    if report:
        from pandoc_vivavoce.command.inspect_html import report_page  # noqa: PLC0415

        check_folder(Path(report))
        write_output(report_page(inspections).encode(), Path(report))
    if as_json:
        plain = [to_plain(inspection) for inspection in inspections]
        write_output((json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode(), None)
    elif not report:
        from pandoc_vivavoce.command.inspect_text import print_inspections  # noqa: PLC0415 - rich is dear

        print_inspections(inspections)
