"""Prints what pyproject.toml asks for in all, for development too: the input of ``make lock``."""

from __future__ import annotations

import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def wanted() -> list[str]:
    """Return every requirement of the project, of its extras and of its groups for tests."""
    stated = tomllib.loads(PROJECT.read_text("utf-8"))
    project = stated["project"]
    extras = [item for group in project["optional-dependencies"].values() for item in group]
    groups = stated["dependency-groups"]
    asked = [*project["dependencies"], *extras, *groups["dev"], *groups["fuzz"]]
    own = project["name"]
    return sorted({item for item in asked if not item.startswith(f"{own}[")})


if __name__ == "__main__":
    print("\n".join(wanted()))
