"""The rendering of a page with the templates of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publist.model.problems import Problem, PublistError, error
from publist.theming.compiled_templates import Code, compiled

if TYPE_CHECKING:
    from publist.cache.store import Cache
    from publist.text.translations import Words
    from publist.theming.theme import Theme


class Renderer:
    """Renders templates of one theme. A template sees ``page``, ``site`` and the words of its language."""

    def __init__(self, theme: Theme, site: Any, words: Words, cache: Cache) -> None:
        from publist.theming.environment import environment

        self._theme = theme
        self._site = site
        self._environment = environment(words)
        self._functions: dict[str, Any] = {}
        self._codes = compiled(theme, site.language, self._environment, cache)
        self._environment.loader = _loader(self._codes)

    def only_prints_root(self, template: str) -> bool:
        """Whether the template gives the same for every ``page.root`` but for the root where it is printed."""
        return template in self._codes and self._codes[template][1]

    def render(self, template: str, page: Any) -> str:
        """The template's text for this page. PublistError names the template's line if it fails."""
        if template not in self._functions:
            self._functions[template] = self._environment.get_template(template)
        ready = self._functions[template]
        try:
            return "".join(ready.root_render_func(ready.new_context({"page": page, "site": self._site})))
        except Exception as problem:
            raise PublistError([self._located(template, problem)]) from problem

    def _located(self, template: str, problem: Exception) -> Problem:
        """The innermost line of a template on the way to the problem."""
        paths = {file.path for file in self._theme.templates.values()}
        path, line = self._theme.templates[template].path, 0
        trace = problem.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename in paths:
                path = trace.tb_frame.f_code.co_filename
                line = _template_line(trace, trace.tb_lineno)
            trace = trace.tb_next
        return error(
            path, line, 0, f"{type(problem).__name__}: {problem}", "See docs/themes.md for what a page offers."
        )


def _template_line(trace: Any, code_line: int) -> int:
    """The line of the template for a line of the Python that Jinja made of it."""
    info = trace.tb_frame.f_globals.get("debug_info") or ""
    line = 0
    for pair in filter(None, info.split("&")):
        template, code = map(int, pair.split("="))
        if code > code_line:
            break
        line = template
    return line


def _loader(codes: dict[str, Code]) -> Any:
    """A Jinja loader that makes templates from code that is compiled already."""
    from jinja2 import BaseLoader, Environment, Template, TemplateNotFound

    from publist.theming.environment import template_of

    class Compiled(BaseLoader):
        def load(self, environment: Environment, name: str, globals: Any = None) -> Template:  # noqa: A002 (Jinja's own)
            if name not in codes:
                raise TemplateNotFound(name)
            return template_of(environment, codes[name][0], globals)

    return Compiled()
