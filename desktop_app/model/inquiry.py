"""The question every assessment answers."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Literal, TypeAlias

EndUse: TypeAlias = Literal["civil", "military", "advanced_semiconductor", "humanitarian"]
END_USES: tuple[EndUse, ...] = ("civil", "military", "advanced_semiconductor", "humanitarian")
SCENARIOS = ("today", "lapsed", "extended")

CHINA_STANDARD_TIME = timezone(timedelta(hours=8))


def today_in_china() -> date:
    """The calendar day in China Standard Time, on which Chinese status dates are counted."""
    return datetime.now(CHINA_STANDARD_TIME).date()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """``on`` is the day the goods clear export (China Standard Time); ``destination`` is ISO2.

    The ``*_assumed`` flags say what nobody declared; such values are printed "(assumed)".
    """

    on: date
    destination: str = "DE"
    end_use: EndUse = "civil"
    scenario: str = "today"
    on_assumed: bool = False
    destination_assumed: bool = True
    end_use_assumed: bool = True
