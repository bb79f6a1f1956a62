"""What templates see of a person whom people.yaml describes: a card on the page of members, the head of their page."""

from __future__ import annotations

from typing import NamedTuple

from publist.content.people_file import Person
from publist.content.settings_file import Config
from publist.model.paper import Date, Name
from publist.outputs.link_views import site_path
from publist.outputs.translations import gettext
from publist.outputs.views import date_view
from publist.text import names


class MemberView(NamedTuple):
    """A person of the lab. ``photo`` and ``path`` are site paths, "" where there is none.

    ``link`` is a web address or a site path of their own page; ``initials`` stand where there is no photo.
    """

    name: str
    initials: str
    photo: str
    role: str
    group: str
    years: str
    affiliation: str
    path: str
    link: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no template wants


def member_view(person: Person, path: str, count: int, config: Config) -> MemberView:
    """A person as the settings' language says it; ``path`` is that of their page, with ``count`` papers."""
    link = person.page or person.url
    return MemberView(
        name=person.name,
        initials=initials(person.name),
        photo=site_path(person.photo) if person.photo else "",
        role=person.role,
        group=person.group,
        years=years(person.since, person.until, config.language),
        affiliation=person.affiliation,
        path=path,
        link=link if "://" in link else site_path(link),
        count=count,
    )


def years(since: Date | None, until: Date | None, language: str) -> str:
    """From when to when, as far as it is known: "2019–2023", "since May 2021"."""
    words = gettext(language)
    first, last = (date_view(date, language).text if date else "" for date in (since, until))
    if first and last:
        dash = "–" if first.isdigit() and last.isdigit() else " – "
        return first if first == last else f"{first}{dash}{last}"
    if first:
        return words("since {date}").format(date=first)
    return words("until {date}").format(date=last) if last else ""


def initials(name: str) -> str:
    """The first letters of given and family name; of a name without such parts its first letter."""
    whole = names.parts(Name(name))
    parts = [] if whole.literal else [whole.given, whole.family]
    letters = [part.strip()[0].upper() for part in parts if part.strip()]
    return "".join(letters) or name[:1].upper()
