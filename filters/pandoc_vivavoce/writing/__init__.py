"""An interview as pandoc's document: its text, and what links and pictures become."""
