project = "حوارات"
author = copyright = "المؤلفون"
version = "1"
language = "ar"
extensions = ["sphinx_vivavoce"]
latex_engine = "lualatex"
latex_elements = {
    "fontpkg": r"""
\setmainfont{Amiri}
\setsansfont{Amiri}
\newfontfamily\arabicfont[Script=Arabic]{Amiri}
\newfontfamily\arabicfontsf[Script=Arabic]{Amiri}
\newfontfamily\arabicfonttt[Script=Arabic]{Amiri}
"""
}
latex_documents = [("index", "talks.tex", project, author, "howto")]
