"""What a step takes out of a field and no other field holds is kept under ``extra``."""

from __future__ import annotations

from publist.model.paper import Paper


def with_extra(paper: Paper, name: str, text: str) -> Paper:
    """The paper with this text under ``extra``; what stands there already stays."""
    return paper._replace(extra={**paper.extra, name: paper.extra.get(name, text)}) if text else paper
