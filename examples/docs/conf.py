"""The manual of vivavoce: a Sphinx project that uses what it describes."""

import sys
from pathlib import Path

import vivavoce

sys.path.insert(0, str(Path(__file__).parent))

project = "vivavoce"
author = copyright = "The vivavoce authors"
version = release = vivavoce.__version__
language = "en"

extensions = ["sphinx_vivavoce", "manual", "figures"]
exclude_patterns = ["_build"]
nitpicky = True
# The EPUB builder takes the pages it has read, where they lie beside the book, for unknown files.
suppress_warnings = ["epub.unknown_project_files"]

html_theme = "alabaster"
html_theme_options = {
    "description": "The conversation in a published interview, carried whole",
    "fixed_sidebar": True,
    "page_width": "64rem",
    "sidebar_collapse": True,
}

epub_title = "vivavoce"
epub_author = epub_publisher = epub_copyright = author
epub_description = "The manual of vivavoce."
# Sphinx writes the one into the package and the other into the NCX: they have to be the same.
epub_identifier = epub_uid = "vivavoce-manual"
epub_show_urls = "no"
epub_use_index = False

latex_engine = "xelatex"
latex_use_xindy = False
latex_elements = {
    "fontpkg": r"""
\setmainfont{Noto Serif}
\setsansfont{Noto Sans}
\setmonofont{Noto Sans Mono CJK SC}[Scale=MatchLowercase]
\usepackage{xeCJK}
\setCJKmainfont{Noto Serif CJK SC}
\setCJKsansfont{Noto Sans CJK SC}
\setCJKmonofont{Noto Sans Mono CJK SC}
\xeCJKDeclareCharClass{CJK}{"2192} % the arrow, which Noto Serif lacks
"""
}
