"""Our packages as an installation has them: with their bytecode compiled.

pip compiles what it installs from a wheel, peers included. An editable installation, which is what
development uses and ``make bench`` does not, compiles a module when it is first imported, and where
the environment forbids Python to write bytecode it does so in every process again.
"""

from __future__ import annotations

import compileall
from importlib.util import find_spec

PACKAGES = ("vivavoce", "pandoc_vivavoce", "sphinx_vivavoce")


def compile_packages() -> None:
    """Compile the bytecode of all our packages, where it is not up to date."""
    for name in PACKAGES:
        spec = find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            compileall.compile_dir(folder, quiet=1)
