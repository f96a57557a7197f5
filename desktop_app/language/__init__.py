"""Messages of the program turned into sentences of a chosen language."""
