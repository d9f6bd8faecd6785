"""``python -m benchmarks [SUITE...] [--quick] [--output FOLDER]``: measure, print, write."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import report
from benchmarks.installed import compile_packages
from benchmarks.suites import SUITES
from benchmarks.table import FULL, QUICK, Table
from benchmarks.targets import judge, read_targets


def main() -> None:
    """Run the suites that were named, or all, and say what came out as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("suite", nargs="*", help=f"one of {', '.join(SUITES)}; all by default")
    parser.add_argument("--quick", action="store_true", help="small inputs and few rounds")
    parser.add_argument("--output", type=Path, default=Path("build/benchmarks"))
    arguments = parser.parse_args()
    unknown = set(arguments.suite) - set(SUITES)
    if unknown:
        parser.error(f"there is no suite {', '.join(sorted(unknown))}")
    compile_packages()
    tables: list[Table] = []
    for name in arguments.suite or SUITES:
        for table in SUITES[name](QUICK if arguments.quick else FULL):
            print(report.as_text(table), flush=True)
            tables.append(table)
        # After every suite, so that a run that is cut short has not been for nothing.
        verdicts = judge(read_targets(), tables)
        report.write(tables, verdicts, arguments.output)
    print(report.verdicts_as_text(verdicts))


if __name__ == "__main__":
    main()
