"""A Dask cluster as the engine for many documents, through ``distributed``.

The scheduler gives work that was under way on a worker that is lost to another one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pandoc_vivavoce.corpus.extras import need
from pandoc_vivavoce.engines import Pending
from pandoc_vivavoce.errors import WorkError
from vivavoce import __version__

_PATIENCE = "10s"
"""How long to wait for a scheduler to answer."""


class Cluster:
    """An engine of the workers behind a Dask scheduler, to be used in a ``with`` statement.

    Raises WorkError where no scheduler answers at *address*, where it has no workers, or where a
    worker cannot import this version of the package.
    """

    def __init__(self, address: str) -> None:
        distributed = need("distributed", address)
        try:
            self._client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            remedy = "Start one: dask scheduler"
            raise WorkError(address, "no Dask scheduler answers there", remedy) from error
        try:
            self._check(address)
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def workers(self) -> int:
        """How many threads all workers have together; it may change while the work goes on."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, work: Callable[[], Any]) -> Pending[Any]:
        """Begin *work* on whichever worker is free."""
        pending: Pending[Any] = self._client.submit(work, pure=False)
        return pending

    def renew(self) -> None:
        """Do nothing: the scheduler has replaced what was lost."""

    def _check(self, address: str) -> None:
        if not self._client.nthreads():
            raise WorkError(
                address, "the scheduler has no workers", f"Start: dask worker {address}"
            )
        try:
            versions = self._client.run(_version)
        except Exception as error:  # what a worker lacks is raised here
            raise WorkError(
                address, f"its workers cannot run vivavoce: {error}", _REMEDY
            ) from error
        others = {version for version in versions.values() if version != __version__}
        if others:
            cause = f"its workers have version {', '.join(sorted(others))}, here is {__version__}"
            raise WorkError(address, cause, _REMEDY)


_REMEDY = "Install the same vivavoce there"


def _version() -> str:
    """Return the version of this package on the worker that runs it."""
    return __version__
