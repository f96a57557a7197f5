"""What to find out about the firm behind a part: where its material comes from, and who it is."""

from functools import cache

from desktop_app.model.assessment import Action
from desktop_app.model.findings import msg
from desktop_app.model.licence import ListedFirm

CHECK_NAME = "check_name"
ASK_UPSTREAM = Action(
    "ask_upstream", msg("Ask the maker where its magnets come from and whether it holds licences")
)
ASK_UPSTREAM_EARTHS = Action(
    "ask_upstream",
    msg("Ask the maker where its rare earths come from and whether it holds licences"),
)
ASK_UPSTREAM_MATERIAL = Action(
    "ask_upstream", msg("Ask the maker where its material comes from and whether it holds licences")
)


def ask_upstream(*, magnetic: bool, earthless: bool) -> Action:
    """Of a thing made outside China: magnets, rare earths, or another controlled material."""
    if magnetic:
        return ASK_UPSTREAM
    return ASK_UPSTREAM_MATERIAL if earthless else ASK_UPSTREAM_EARTHS


@cache
def check_name(firm: ListedFirm) -> Action:
    """Whether it is the same company nobody knows from its name."""
    if firm.list == "control":
        text = msg(
            "Find out whether {supplier} is the company on the control list as {name} since {day}",
            supplier=firm.written,
            name=firm.name,
            day=firm.since,
        )
    else:
        text = msg(
            "Find out whether {supplier} is the company on the watch list as {name} since {day}",
            supplier=firm.written,
            name=firm.name,
            day=firm.since,
        )
    return Action(CHECK_NAME, text, about=firm.written)
