"""How work that cannot go on is told: what it was about, the cause, and the remedy."""

from __future__ import annotations


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
