"""Delivery times of one table in calendar days."""

from collections.abc import Callable

import numpy as np

from desktop_app.intake import measures
from desktop_app.intake.cells_read import CellsRead, Numbers
from desktop_app.intake.lead_times import (
    formula_days,
    is_formula,
    is_range,
    is_week_of_year,
    longest_time,
    years_in,
)
from desktop_app.intake.senseless import without_senseless_times
from desktop_app.intake.short_headings import apart
from desktop_app.intake.system_headings import counts_days
from desktop_app.model.findings import msg

WITHOUT_UNIT = msg("Lead times without a unit can be days or weeks; they were not used.")


class TimesRead(CellsRead):
    """Reads the column of delivery times of a table, and the unit beside it."""

    def _days(self) -> None:
        """Calendar days: weeks, months and working days as the heading or the cell says."""
        name = "lead_time_days"
        if name not in self.fields:
            return
        number = self._number(name)
        number = np.where(np.isnan(number), self._factor(name, longest_time), number)
        years = self._factor(name, years_in)
        number = np.where(np.isnan(years), number, years)
        stated = ~np.isnan(number)
        number = np.where(self.columns[name].where(is_week_of_year), np.nan, number)
        number = without_senseless_times(self, name, number)
        self.facts.untold_times = stated & np.isnan(number)
        if self.columns[name].where(is_range).any():
            what = msg("Of delivery times such as 4-6 weeks the longer one was read.")
            self._note("W_AMBIGUOUS_NUMBER", what, name)
        factor = self._factor(name, lambda text: measures.days_factor(text) or formula_days(text))
        factor = np.where(np.isnan(years), factor, 1.0)
        odd = np.isnan(factor) & self.columns[name].where(is_formula)
        self.facts.untold_times |= odd & ~np.isnan(number)
        number = np.where(odd, np.nan, number)
        heading = self.heading(name)
        named = measures.days_factor(heading) or measures.days_factor(apart(heading))
        if named is None and counts_days(self.table.headings, self.fields[name]):
            named = 1.0
        if named is None:
            factor = np.where(np.isnan(factor), self._time_units_beside(), factor)
        if named is None and not measures.reads_as_days(number[np.isnan(factor)]):
            is_untold = np.isnan(factor) & ~np.isnan(number)
            self.facts.untold_times |= is_untold
            if is_untold.any():
                self._note("W_AMBIGUOUS_NUMBER", WITHOUT_UNIT, name)
        else:
            factor = np.where(np.isnan(factor), named or 1.0, factor)
        self._keep(name, number * factor)

    def _time_units_beside(self) -> Numbers:
        """Days of the unit that a column of units of time right behind the delivery times says."""
        column = self.fields["lead_time_days"] + 1
        none = np.full(len(self.rows), np.nan)
        if column in self.fields.values() or column >= len(self.grid.columns):
            return none
        cells = self.grid.columns[column].take(self.rows)
        words = [value.strip() if isinstance(value, str) else "" for value in cells.values]
        days = [measures.days_factor(word) if word.isalpha() else None for word in words]
        found = np.array(days, dtype=np.float64)[cells.codes]
        is_of_units = bool(cells.filled.any()) and not np.isnan(found[cells.filled]).any()
        return found if is_of_units else none

    def _factor(self, name: str, read: Callable[[str], float | None]) -> Numbers:
        """What the unit in each text of a column stands for; NaN where it names none."""
        found = self._each(name, lambda v: read(v) if isinstance(v, str) else None)
        return found.astype(np.float64)
