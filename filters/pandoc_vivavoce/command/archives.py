"""The look into a ZIP archive (.docx, .odt, .epub) before anything unpacks it."""

from __future__ import annotations

import io
import zipfile

from vivavoce.limits import check_elements, check_unpacked
from vivavoce.options import Options


def check_archive(data: bytes, options: Options) -> None:
    """Raise LimitError where *data* is an archive of too many or too large files.

    The sizes are those that the archive states; pandoc unpacks no more than they say. What is no
    archive is left to pandoc to judge.
    """
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [item.file_size for item in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OverflowError):
        return
    check_elements(len(sizes), options, "files inside")
    check_unpacked(sum(sizes), options)
