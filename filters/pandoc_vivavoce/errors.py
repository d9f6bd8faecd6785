"""How work that cannot go on is told: what it was about, the cause, and the remedy."""

from __future__ import annotations

import os

from vivavoce.problems import InputError

DEBUG = "VIVAVOCE_DEBUG"
"""A variable that lets a fault of the program show where it is."""


class WorkError(Exception):
    """Raised where the work cannot be done and a person can do something about it."""

    def __init__(self, subject: str, cause: str, remedy: str = "") -> None:
        super().__init__(subject, cause, remedy)
        self.subject = subject
        """The file, option or program it is about."""
        self.cause = cause
        """What went wrong, without a full stop."""
        self.remedy = remedy
        """What to do about it, without a full stop; empty where nobody knows."""

    def __str__(self) -> str:
        sentence = f"{self.subject}: {self.cause}"
        return f"{sentence}. {self.remedy}" if self.remedy else sentence


class CallError(WorkError):
    """Raised where the call itself is wrong, whatever the files hold."""


def is_fault(error: Exception) -> bool:
    """True where *error* tells of a fault of the program and not of its input or its call."""
    return not isinstance(error, WorkError | InputError | OSError)


def sentence(message: str) -> str:
    """Return *message* as a sentence: with a full stop, unless it asks something."""
    return message if message.endswith("?") else f"{message.rstrip('.')}."


def explain(error: Exception) -> str:
    """Return what to tell people of *error*: what it is about, the cause, and a remedy if known."""
    if isinstance(error, OSError):
        return f"{error.filename or 'input'}: {error.strerror or error}"
    if not is_fault(error):
        return str(error).rstrip(".")
    if os.environ.get(DEBUG):
        import traceback  # noqa: PLC0415 - rarely needed

        return "".join(traceback.format_exception(error))
    fault = f"{type(error).__name__}: {error}"
    return f"a fault of vivavoce itself, {fault}. Set {DEBUG}=1 to see where"
