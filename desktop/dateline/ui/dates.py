"""How dates and times are written in the window, in the interface's language and the computer's time zone."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from dateline.ui.counted import counted
from dateline.ui.language import speaks_chinese


def local(moment: datetime) -> datetime:
    """Return an aware moment in the computer's time zone."""
    return moment.astimezone()


def clock(moment: datetime) -> str:
    """Return the time of day of a moment, such as 22:00."""
    return f"{local(moment):%H:%M}"


def at_time(day: str, moment: datetime) -> str:
    """Return a day as it is written, with the time of day of a moment: `9 Nov, 22:00`."""
    return beside(day, clock(moment))


def beside(day: str, time: str) -> str:
    """Return a day and a time of day, both as they are written, as one."""
    return QCoreApplication.translate("dates", "{day}, {time}").format(day=day, time=time)


def day_name(day: date, today: date) -> str:
    """Return the bold word of a day's heading: Today, else its weekday."""
    if day == today:
        return QCoreApplication.translate("dates", "Today")
    return weekday(day)


def day_rest(day: date, today: date) -> str:
    """Return what follows `day_name` in a day's heading, its separator included."""
    if day == today:
        return (" " if speaks_chinese() else ", ") + _written(day, QCoreApplication.translate("dates", "dddd d MMMM"))
    if day.year == today.year:
        return " " + _written(day, QCoreApplication.translate("dates", "d MMMM"))
    return " " + _written(day, QCoreApplication.translate("dates", "d MMMM yyyy"))


def weekday(day: date) -> str:
    """Return the name of the day of the week."""
    return _written(day, "dddd")


def near_day(day: date, today: date) -> str:
    """Return a day in the fewest letters that still name one: Sun in the last week, else as `short_day`.

    A day to come, as where the computer's clock was set back, has its date: its weekday would name the one last week.
    """
    return _written(day, "ddd") if 0 <= (today - day).days < 7 else short_day(day, today)


def short_day(day: date, today: date) -> str:
    """Return a day in few letters: 9 Nov, with the year where it is not this one."""
    if day.year == today.year:
        return _written(day, QCoreApplication.translate("dates", "d MMM"))
    return _written(day, QCoreApplication.translate("dates", "d MMM yyyy"))


def full_moment(moment: datetime) -> str:
    """Return a moment as 9 Nov 2025, 22:00."""
    here = local(moment)
    return at_time(_written(here.date(), QCoreApplication.translate("dates", "d MMM yyyy")), moment)


def n_articles(n: int) -> str:
    """Return how many articles there are, in words of a heading."""
    return counted(
        n, QCoreApplication.translate("dates", "{n} article"), QCoreApplication.translate("dates", "{n} articles")
    )


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
