"""Pictures that pandoc would write as frames, by the ending of their address.

Of ``x.html`` and ``x.php`` its writer of HTML makes an ``embed``, in which a page of others runs.
It does not know an ending with a percent-encoded letter, which leads to the same place (RFC 3986,
section 2.1).
"""

from __future__ import annotations

import re
from typing import Final

_SHOWN: Final = (
    "apng avif bmp emf eps gif heic ico jfif jpe jpeg jpg jxl pdf png ps svg svgz tif tiff webp "
    "wmf aac aif aiff au avi flac flv m4a m4v mid mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus wav "
    "webm wma wmv"
)
"""Endings of pictures, of recordings, and of what LaTeX takes for a picture."""
_ENDING: Final = re.compile(
    rf"^([^?#]*\.(?!(?:{_SHOWN.replace(' ', '|')})(?:[?#]|$))[a-z0-9+-]*)([a-z0-9+-])(?=[?#]|$)",
    re.IGNORECASE,
)


def as_picture(address: str) -> str:
    """Return *address* so that pandoc writes a picture of it, whatever its ending says."""
    return _ENDING.sub(lambda found: f"{found[1]}%{ord(found[2]):02X}", address, count=1)
