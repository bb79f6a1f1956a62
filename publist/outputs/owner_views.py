"""What templates see of whose site it is: name, role, picture, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from publist.content.people_file import Person
from publist.content.pictures import Picture
from publist.content.settings_file import Config
from publist.outputs.downloads.pictures import original_path, photo_path
from publist.outputs.link_views import site_path
from publist.outputs.picture_views import PictureSource
from publist.outputs.translations import gettext
from publist.text.urls import orcid_url

CV_PATH = "cv.pdf"
"""The CV, where the setting ``cv`` asks for one."""
CV_PAGE = "cv/"
"""The CV as a page, where the setting ``cv_page`` asks for one."""


class PhotoView(NamedTuple):
    """The picture of a front page; ``shape`` is square, round or wide, ``alt`` what it shows.

    ``path`` is the original, ``sources`` are smaller ones, if there are any, the smallest first.
    """

    path: str
    sources: tuple[PictureSource, ...]
    shape: str
    alt: str


class ProfileLink(NamedTuple):
    """Where else to find the owner: ``url`` is absolute if ``external``, else a site path."""

    label: str
    url: str
    external: bool


class ProfileView(NamedTuple):
    """Whose site it is: ``kind`` is person, lab or list (of nobody); what is not known is empty."""

    kind: str
    name: str
    role: str
    affiliation: str
    photo: PhotoView | None
    links: tuple[ProfileLink, ...]


def site_kind(config: Config, people: Iterable[Person]) -> str:
    """Whose list it is: as the setting ``kind`` says, else of one owner a person's, of several a lab's."""
    if config.kind:
        return config.kind
    owners = sum(person.owner for person in people)
    return "lab" if owners > 1 else "person" if owners or config.owner else "list"


def site_name(config: Config, people: Sequence[Person]) -> str:
    """What stands at the head of the site: the person's name, else the site's title."""
    if site_kind(config, people) != "person":
        return config.title or config.owner
    owner = _owner(config, people)
    return config.owner or (owner.name if owner else "") or config.title


def with_title(config: Config, people: Sequence[Person]) -> Config:
    """The settings with a title: pages, feeds and links to the front page have no other name."""
    return config._replace(title=config.title or site_name(config, people) or gettext(config.language)("Publications"))


def profile_of(config: Config, people: Sequence[Person], picture: Picture | None) -> ProfileView:
    """The profile, from the settings and, where they say nothing, from people.yaml.. ``picture`` is the photo."""
    kind = site_kind(config, people)
    owner = _owner(config, people) if kind == "person" else None
    name = site_name(config, people)
    return ProfileView(
        kind=kind,
        name=name,
        role=config.role,
        affiliation=config.affiliation or (owner.affiliation if owner else ""),
        photo=_photo(config, kind, name, picture),
        links=tuple(_links(config, owner)),
    )


def _owner(config: Config, people: Iterable[Person]) -> Person | None:
    """The entry of people.yaml that is the owner's."""
    named = (person for person in people if person.owner or config.owner in (person.name, *person.aliases))
    return next(named, None)


def _photo(config: Config, kind: str, name: str, picture: Picture | None) -> PhotoView | None:
    if picture is None:
        return None
    sources = tuple(PictureSource(photo_path(width), width) for width in picture.widths)
    shape = config.photo.shape or ("wide" if kind == "lab" else "square")
    return PhotoView(original_path(picture), sources, shape, config.photo.alt or name)


def _links(config: Config, owner: Person | None) -> Iterator[ProfileLink]:
    """E-mail first, then the links as written, the CV, last what only people.yaml has: ORCID iD, home page."""
    words = gettext(config.language)
    if config.email:
        yield ProfileLink(words("Email"), f"mailto:{config.email}", external=True)
    for label, url in config.links.items():
        external = "://" in url
        yield ProfileLink(label, url if external else site_path(url), external)
    if (config.cv or config.cv_page) and words("CV") not in config.links:
        yield ProfileLink(words("CV"), CV_PAGE if config.cv_page else CV_PATH, external=False)
    known = [*config.links.values(), config.base_url]
    if owner and owner.orcid and not any(owner.orcid in url for url in known):
        yield ProfileLink("ORCID", orcid_url(owner.orcid), external=True)
    if owner and owner.url and owner.url.rstrip("/") not in [url.rstrip("/") for url in known]:
        yield ProfileLink(words("Home page"), owner.url, external=True)
