"""An interview as HTML."""
