"""The date that commands write into files: builds never ask for it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from publist.model.paper import Date


def today() -> Date:
    """The date of the day, or that of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() and len(epoch) < 12 else date.today()
    return Date(day.year, day.month, day.day)
