"""An interview as Markdown that people edit, written and read back."""
