"""Every option of the filter once, and reading them from the metadata map ``interview:``.

The filter's own options stand here; those of recognition are the core's (`vivavoce.options`) and
are taken under the same names. Keys have hyphens. A single option can be given from the command
line as ``-M interview.layout=side``, which goes before the document's map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from vivavoce.options import DEFAULTS as CORE_DEFAULTS
from vivavoce.options import Options, options_from
from vivavoce.problems import Code, Problem
from vivavoce.recognition.corrections import (
    NONE,
    Corrections,
    corrections_from,
    is_corrections,
)

KEY: Final = "interview"
_ALIKE: Final = 0.8
"""How like an option's name a mistake is: a Div may have any attributes."""
LAYOUTS: Final = ("run-in", "hanging", "side", "question-heading", "script", "bubble")
LABELS: Final = ("printed", "every", "initials")
RAW_HTML: Final = ("convert", "keep")
ACTIVE_CONTENT: Final = ("remove", "everywhere", "keep")


class Settings(NamedTuple):
    """What the filter is asked to do."""

    active: bool = True
    layout: str = LAYOUTS[0]
    labels: str = LABELS[0]
    colours: bool = False
    number_questions: bool = False
    ids: bool = True
    styles: bool = True
    question_word: str = ""
    answer_word: str = ""
    raw_html: str = RAW_HTML[0]
    active_content: str = ACTIVE_CONTENT[0]
    fail_if_unsure: bool = False
    core: Options = CORE_DEFAULTS
    """The options of recognition."""
    corrections: Corrections = NONE
    """What an editor knows better, in the same map (`vivavoce.recognition.corrections`)."""


DEFAULTS: Final = Settings()
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "layout": LAYOUTS,
    "labels": LABELS,
    "raw_html": RAW_HTML,
    "active_content": ACTIVE_CONTENT,
}
"""The values of options that have only these."""
ABOUT: Final[Mapping[str, str]] = {
    "active": "Do anything at all; `-M interview=false` switches the filter off.",
    "layout": "Where labels stand and how turns are set off.",
    "labels": "Which turns carry a label: those that print one, every turn, or every turn with "
    "initials after the first.",
    "colours": "Give each speaker a colour that reads well on light and dark.",
    "number_questions": "Number the questions.",
    "ids": "Give every turn an identifier, so that it can be linked to.",
    "styles": "Put styles, environments and functions for the writer into the document's head.",
    "question_word": "The word for an interviewer who has no label.",
    "answer_word": "The word for an interviewee who has no label.",
    "raw_html": "What to do with HTML inside Markdown.",
    "active_content": "What to do with scripts, event attributes and links to active addresses: "
    "remove them from conversations, or from everywhere, or keep them.",
    "fail_if_unsure": "Fail, so that pandoc stops, where no conversation was found.",
}
"""What each option of the filter's own does, by its name."""
_OWN: Final = {name: getattr(DEFAULTS, name) for name in ABOUT}
_CORRECTIONS: Final = ("people", "no-speakers", "turns")
_CORE: Final = Options._fields
_LISTS: Final = frozenset(name for name in _CORE if isinstance(getattr(CORE_DEFAULTS, name), tuple))


def option_names() -> tuple[str, ...]:
    """Return every key that the map may hold, with hyphens, corrections aside."""
    return tuple(name.replace("_", "-") for name in (*_OWN, *_CORE))


def core_names() -> tuple[str, ...]:
    """Return the keys of the options of recognition, which a Div ``.interview`` may have too."""
    return tuple(name.replace("_", "-") for name in _CORE if name != "lang")


def about(name: str) -> tuple[str, Any, tuple[str, ...]]:
    """Return what the filter's option *name* does, its default and its choices."""
    key = name.replace("-", "_")
    return ABOUT[key], _OWN[key], CHOICES.get(key, ())


def settings_from(
    values: Mapping[str, Any], base: Settings = DEFAULTS
) -> tuple[Settings, tuple[Problem, ...]]:
    """Return *base* changed by *values*, a mapping from names to plain values.

    What is not known, or cannot have its value, is left out and reported.
    """
    own: dict[str, Any] = {}
    core: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in values.items():
        name = str(key).replace("-", "_")
        if name in _OWN:
            try:
                own[name] = _convert(name, value)
            except ValueError as error:
                problems.append(Problem(Code.BAD_OPTION, _wrong(str(key), error)))
        elif name in _CORE:
            core[name] = _listed(value) if name in _LISTS else value
        elif key not in _CORRECTIONS:
            problems.append(_unknown(str(key), option_names()))
    if is_corrections(values):
        own["corrections"], found = corrections_from(values)
        problems.extend(found)
    if core:
        options, found = options_from(core)
        changed = {name: getattr(options, name) for name in core}
        own["core"] = base.core._replace(**changed)
        problems.extend(found)
    return base._replace(**own), tuple(problems)


def faults_of_division(attributes: Iterable[str]) -> tuple[Problem, ...]:
    """Return what is wrong with the *attributes* of a Div ``.interview``, by their names.

    It may have a layout and the options of recognition; an attribute that is like none of them is
    somebody else's.
    """
    names = ("layout", *core_names())
    known = (*names, "lang")
    problems: list[Problem] = []
    for key in attributes:
        if key.replace("-", "_") in _OWN and key not in names:
            told = f"{key} holds for the whole document; put it into the map {KEY}, not on a Div"
            problems.append(Problem(Code.BAD_OPTION, told))
        elif key not in known and _nearest(key, names, _ALIKE):
            problems.append(_unknown(key, names))
    return tuple(problems)


def _wrong(key: str, error: ValueError) -> str:
    """Say that the value of the option *key* is wrong; the map itself may be a truth value."""
    if key == "active":
        return f"{KEY}: {error}; options have names, as in {KEY}.layout=side"
    return f"{key}: {error}"


def _listed(value: Any) -> Any:
    """A list on the command line or in an attribute is written with semicolons."""
    if isinstance(value, str):
        return [item.strip() for item in value.split(";") if item.strip()]
    return value


def _unknown(key: str, names: tuple[str, ...]) -> Problem:
    near = _nearest(key, names)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Problem(Code.UNKNOWN_OPTION, f"there is no option {key!r}{hint}")


def _nearest(key: str, names: tuple[str, ...], least: float = 0.6) -> list[str]:
    """Return the one of *names* that is most like *key*, or none."""
    import difflib  # noqa: PLC0415 - for mistakes only

    return difflib.get_close_matches(key.replace("_", "-"), names, 1, least)


def _convert(name: str, value: Any) -> Any:
    if isinstance(_OWN[name], bool):
        return _boolean(value)
    text = str(value).strip()
    choices = CHOICES.get(name, ())
    if choices and text not in choices:
        raise ValueError(f"{text!r} is none of {', '.join(choices)}")
    return text


def _boolean(value: Any) -> bool:
    text = str(value).strip().casefold()
    if text in {"true", "yes", "on", "1"}:
        return True
    if text in {"false", "no", "off", "0"}:
        return False
    raise ValueError(f"{value!r} is neither true nor false")
