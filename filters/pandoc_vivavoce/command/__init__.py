"""The command ``vivavoce``: what can be said, the inputs, the work, the outputs, the answers."""
