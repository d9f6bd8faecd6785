"""The times of turns as TEI's timeline, to which utterances point."""

from __future__ import annotations

from vivavoce.forms.shown import plain_seconds
from vivavoce.forms.xmltext import xml_attributes
from vivavoce.ids import PREFIX
from vivavoce.interview import Turn


class Timeline:
    """Every time at which a turn begins or ends, once."""

    def __init__(self, turns: tuple[Turn, ...]) -> None:
        times = {time for turn in turns for time in (turn.start, turn.end) if time is not None}
        self._ids = {time: f"{PREFIX}w-{number}" for number, time in enumerate(sorted(times), 1)}

    def point(self, time: float | None) -> str:
        """Return a pointer to *time*; empty for None."""
        return "" if time is None else f"#{self._ids[time]}"

    def write(self) -> str:
        """Return the ``timeline`` element, in seconds from the beginning; empty without times."""
        if not self._ids:
            return ""
        origin = f"{PREFIX}w-0"
        lines = [f'<timeline unit="s" origin="#{origin}">', f'<when xml:id="{origin}"/>']
        for time, name in self._ids.items():
            place = {"interval": plain_seconds(time), "since": f"#{origin}"}
            lines.append(f"<when{xml_attributes(xml_id=name, **place)}/>")
        return "".join(f"{line}\n" for line in [*lines, "</timeline>"])
