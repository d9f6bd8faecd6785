"""Compiles the core and the filter with mypyc while a wheel is built, where there is a C compiler.

What is compiled and what stays interpreted is listed in pyproject.toml. The modules written in
Python are in the wheel as well and do the same, at about two thirds of the speed: where nothing can
compile, they are all there is. An editable installation is never compiled, since a module that is
edited must be the module that runs. ``HATCH_BUILD_NO_HOOKS=true`` builds without this.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCore(BuildHookInterface[Any]):
    """Adds shared libraries to the wheel, and with them the name of the platform."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what is needed to compile, if it can be done at all."""
        return list(self.config["compilers"]) if has_compiler() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own and name what came out as part of the wheel."""
        if version == "editable" or not has_compiler():
            return
        self._built = TemporaryDirectory()
        home = Path(self._built.name)
        try:
            _compile(list(self._sources()), Path(self.root), home)
        except (Exception, SystemExit) as error:
            self.app.display_warning(f"not compiled, and slower for it: {error}")
            return
        libraries = [path for path in (home / "lib").rglob("*") if path.is_file()]
        names = {str(path): path.relative_to(home / "lib").as_posix() for path in libraries}
        build_data["force_include"].update(names)
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled; the wheel has it."""
        if hasattr(self, "_built"):
            self._built.cleanup()

    def _sources(self) -> Iterator[str]:
        """Yield the modules to compile, by their paths from the project's folder."""
        left_out = tuple(self.config["interpreted"])
        for package in self.config["compiled"]:
            for path in sorted((Path(self.root) / package).rglob("*.py")):
                name = path.relative_to(self.root).as_posix()
                if path.name != "__init__.py" and not name.startswith(left_out):
                    yield name


def has_compiler() -> bool:
    """True for CPython on a system with a C compiler and the headers of Python."""
    if os.name != "posix" or sys.implementation.name != "cpython":
        return False
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    has_headers = (Path(sysconfig.get_path("include")) / "Python.h").is_file()
    return has_headers and shutil.which(command[0]) is not None


def _compile(sources: list[str], root: Path, home: Path) -> None:
    """Compile *sources*, paths under *root*, into shared libraries in *home*/lib.

    The least optimisation of the C compiler is as fast as the most, and takes a third of its time.
    """
    from mypyc.build import mypycify  # noqa: PLC0415 - here only where it is to be used
    from setuptools import Distribution  # noqa: PLC0415

    os.chdir(root)
    libraries = mypycify(
        ["--config-file=", "--ignore-missing-imports", *sources],
        opt_level="1",
        debug_level="0",
        multi_file=True,
        target_dir=str(home / "c"),
        group_name="vivavoce",
    )
    for library in libraries:
        # Calls from module to module need no detour then, as for a name that others may replace.
        library.extra_compile_args.append("-fvisibility=hidden")
    command = Distribution({"ext_modules": libraries}).get_command_obj("build_ext")
    command.build_temp, command.build_lib = str(home / "o"), str(home / "lib")
    command.ensure_finalized()
    command.run()
