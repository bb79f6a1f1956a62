"""The page of a lab's members: each group with its people, then those who have left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from publist.library.members import Group
from publist.model.artifact import Artifact, digest
from publist.outputs.base import Address, Context, Render, SitePlan
from publist.outputs.machine.tags import Json
from publist.outputs.member_views import MemberView, member_view
from publist.outputs.pages.plain_page import PlainPage
from publist.outputs.translations import gettext

PATH = "members/"
HEADING = "Members"


class MemberGroupView(NamedTuple):
    """The members of one group; ``alumni``: of those who have left."""

    name: str
    alumni: bool
    members: tuple[MemberView, ...]


class MembersPage(PlainPage):
    """What members.html gets as ``page``."""

    def __init__(self, groups: tuple[Group, ...], context: Context) -> None:
        heading = gettext(context.config.language)(HEADING)
        number = sum(len(group.members) for group in groups)
        super().__init__("members", heading, PATH, f"{heading}, {context.config.title}: {number}", context)
        self.groups: tuple[MemberGroupView, ...] = tuple(_view(group, context) for group in groups)

    def _nodes(self) -> list[Json]:
        """The lab as an organization with its people."""
        from publist.outputs.machine.json_ld_people import organization_node

        return [organization_node(self.groups, self._context.config)] if self._context.config.base_url else []


def _view(group: Group, context: Context) -> MemberGroupView:
    members = [member_view(one.person, one.path, one.papers, context.config) for one in group.members]
    return MemberGroupView(group.name, group.left, tuple(members))


def plan(plan: SitePlan) -> Iterator[Artifact]:
    """The page, where people.yaml says that somebody is a member."""
    groups = plan.library.members
    if "members" in plan.overviews:
        yield Artifact(f"{PATH}index.html", "content/people.yaml", "members", (groups,), digest(repr(groups).encode()))


def _render(inputs: tuple[Any, ...], context: Context) -> bytes:
    return context.renderer.render("members.html", MembersPage(inputs[0], context)).encode()


def addresses(plan: SitePlan) -> Iterator[Address]:
    """The page."""
    if "members" in plan.overviews:
        yield PATH, None


THEMED = True
VIEWS: Mapping[str, str] = {"members.html": "MembersPage"}
RENDERERS: Mapping[str, Render] = {"members": _render}
