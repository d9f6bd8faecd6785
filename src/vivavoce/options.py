"""Every option of the core once: its name, its type, its default and what it does.

Adapters derive their own settings from these fields (metadata keys with hyphens, Sphinx
configuration values, command-line switches), so that an option is described in one place.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from vivavoce.problems import Code, Problem


class Options(NamedTuple):
    """How a document is read."""

    convention: str = ""
    speakers: tuple[str, ...] = ()
    not_speakers: tuple[str, ...] = ()
    threshold: float = 0.5
    keep_chrome: bool = False
    introduction: bool = True
    credits: bool = True
    lang: str = ""
    encoding: str = ""
    max_bytes: int = 24 * 2**20
    max_elements: int = 150_000
    max_blocks: int = 100_000
    max_depth: int = 500
    max_seconds: float = 120.0


DEFAULTS: Final = Options()
ABOUT: Final[Mapping[str, str]] = {
    "convention": "Use this convention and no other; its name as `inspect` shows.",
    "speakers": "Labels that are speakers, whatever the evidence says.",
    "not_speakers": "Labels that are no speakers.",
    "threshold": "How sure the judge must be, 0 to 1, before it acts.",
    "keep_chrome": "Keep navigation, adverts and other page furniture.",
    "introduction": "Keep what stands before the first turn.",
    "credits": "Keep by-lines, sources and other credit lines.",
    "lang": "The document's language as a BCP 47 tag, if it is not to be found.",
    "encoding": "The encoding of the input, if it is not to be found.",
    "max_bytes": "Refuse input larger than this many bytes.",
    "max_elements": "Refuse input of more elements, or lines, than this.",
    "max_blocks": "Refuse input of more paragraphs than this.",
    "max_depth": "Flatten elements nested deeper than this.",
    "max_seconds": "Give up on input that takes longer than this.",
}
"""What each option does, by its name."""


def options_from(settings: Mapping[str, Any]) -> tuple[Options, tuple[Problem, ...]]:
    """Make `Options` of *settings*, a mapping from names to values.

    Names may have hyphens or underscores. A name that is not known, or a value of the wrong type,
    is left out and reported as a problem that names the nearest known option.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in settings.items():
        key = name.replace("-", "_")
        if key not in _DEFAULT_OF:
            problems.append(_unknown(name))
            continue
        try:
            values[key] = _convert(value, _DEFAULT_OF[key])
        except (TypeError, ValueError):
            problems.append(Problem(Code.BAD_OPTION, f"{name} cannot be {value!r}"))
    return DEFAULTS._replace(**values), tuple(problems)


_DEFAULT_OF: Final = DEFAULTS._asdict()


def _unknown(name: str) -> Problem:
    import difflib  # noqa: PLC0415 - for mistakes only

    known = [key.replace("_", "-") for key in _DEFAULT_OF]
    near = difflib.get_close_matches(name.replace("_", "-"), known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Problem(Code.UNKNOWN_OPTION, f"there is no option {name!r}{hint}")


def _convert(value: Any, default: Any) -> Any:
    if isinstance(default, bool):
        return _boolean(value)
    if isinstance(default, tuple):
        return (value,) if isinstance(value, str) else tuple(str(item) for item in value)
    return type(default)(value)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).casefold() in {"true", "yes", "on", "1"}:
        return True
    if str(value).casefold() in {"false", "no", "off", "0"}:
        return False
    raise ValueError(value)
