"""An interview written: one package or file for each form, and what forms have in common."""
