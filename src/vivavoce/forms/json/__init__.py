"""An interview as JSON, in the form that is published with a schema."""
