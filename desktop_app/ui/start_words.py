"""What the start page says, for the page itself and for the picture that stands before it."""

from desktop_app.model.findings import msg

HEADLINE = msg("Which of your parts need a Chinese export licence?")
PROMISE = msg(
    "Drop the lists you have. You get an answer, the reasons, and what to do on Monday. "
    "Nothing leaves this computer."
)
INVITATION = msg("Drop your parts lists here")
