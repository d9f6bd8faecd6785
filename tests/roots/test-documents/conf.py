project = "Documents"
author = copyright = "The authors"
version = "1"
extensions = ["myst_parser", "sphinx_vivavoce"]
vivavoce_source_suffix = [".html", ".interview.md"]
