"""JSON-LD nodes of people who have a page: a person of the list, the profile of a member, the lab with its people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from publist.content.people_file import Person
from publist.content.settings_file import Config
from publist.library.terms import Ref
from publist.model.paper import Name
from publist.outputs.link_views import site_path
from publist.outputs.machine import json_ld
from publist.outputs.machine.tags import Json, array, node
from publist.outputs.member_views import MemberView
from publist.text.urls import absolute, orcid_url


class Members(Protocol):
    """The members of one group."""

    @property
    def alumni(self) -> bool:
        """Whether they have left."""

    @property
    def members(self) -> tuple[MemberView, ...]:
        """Its people."""


def person_node(name: Name, ref: Ref, person: Person | None, base_url: str, *, lean: bool = False) -> Json:
    """The person (or group) of a person's page; ``name`` says which parts the name has.

    A ``lean`` one does not repeat the address of the page beside its ``@id``.
    """
    said = json_ld.of_person(name._replace(name=ref.title, affiliation=""), ref.path, ref.orcid, base_url)
    if lean:
        del said["url"]
    if person:
        said["alternateName"] = list(person.aliases)
        said["affiliation"] = json_ld.named("Organization", person.affiliation)
        own = person.page if "://" in person.page else ""
        said["sameAs"] = list(dict.fromkeys(url for url in (orcid_url(person.orcid), person.url, own) if url))
        said["jobTitle"] = person.role
        said["image"] = absolute(site_path(person.photo), base_url) if person.photo else ""
        if person.member and base_url:
            relation = "alumniOf" if person.until else "memberOf"
            said[relation] = {"@id": f"{base_url}#organization"}
    return node(said)


def profile_node(path: str, base_url: str) -> Json:
    """That the page at this path is about its person: https://schema.org/ProfilePage."""
    page = base_url + path
    person = {"@id": f"{page}#person"}
    return node({"@type": "ProfilePage", "@id": f"{page}#profile", "url": page, "mainEntity": person})


def organization_node(groups: Iterable[Members], config: Config) -> Json:
    """The lab, with its members and alumni."""
    people = [(group.alumni, _of_member(member, config.base_url)) for group in groups for member in group.members]
    return node(
        {
            "@type": "Organization",
            "@id": f"{config.base_url}#organization",
            "name": config.title,
            "description": config.description,
            "url": config.base_url,
            "member": array(person for left, person in people if not left),
            "alumni": array(person for left, person in people if left),
        }
    )


def _of_member(member: MemberView, base_url: str) -> Json:
    page = base_url + member.path if member.path else ""
    own = member.link if "://" in member.link else absolute(member.link, base_url) if member.link else ""
    image = absolute(member.photo, base_url) if member.photo else ""
    return node(
        {
            "@type": "Person",
            "@id": f"{page}#person" if page else "",
            "url": page or own,
            "name": member.name,
            "jobTitle": member.role,
            "image": image,
        }
    )
