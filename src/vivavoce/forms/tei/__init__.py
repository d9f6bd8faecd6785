"""An interview as TEI P5."""
