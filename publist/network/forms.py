"""The forms of answers, and whether a text has the form that was asked for: a page for people is no empty list."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from publist.network.answers import Answer
from publist.network.failures import Unanswered

_SHOWN = 60


class Form(NamedTuple):
    """A form of answers: what is asked for, and what a text in it begins with."""

    name: str
    accept: str
    begins: tuple[str, ...]


JSON = Form("JSON", "application/json", ("{", "["))
SPARQL = Form("SPARQL results", "application/sparql-results+json", ("{",))
ATOM = Form("an Atom feed", "application/atom+xml", ("<?xml", "<feed"))
XML = Form("XML", "application/xml", ("<?xml", "<dblp"))
BIBTEX = Form("BibTeX", "application/x-bibtex, text/plain;q=0.9, */*;q=0.1", ())
PAGE = Form("a page", "text/html", ())


def check(form: Form, text: str, kind: str, title: str) -> None:
    """Unanswered if a text has not this form, be it another, an empty one or half a one."""
    start = text.lstrip("\ufeff \t\r\n")
    page = start[:200].lower().startswith(("<!doctype html", "<html"))
    if not start:
        raise Unanswered(f"{title} answered with nothing", again=True)
    if (form.begins and (page or not start.startswith(form.begins))) or (form is BIBTEX and page):
        raise Unanswered(_unlike(form, start, kind, title), again=page is False)
    if form in (JSON, SPARQL):
        _parsed(text, title)
    elif form in (ATOM, XML) and not start.rstrip().endswith((">",)):
        raise Unanswered(f"{title}: the XML ends in its middle", again=True)


def parsed(answer: Answer, title: str) -> Any:
    """The value of an answer in JSON; Unanswered if it is none (of an answer that was checked before, it is one)."""
    return _parsed(answer.text, title)


def _parsed(text: str, title: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        begins = " ".join(text.split())[:_SHOWN]
        raise Unanswered(f"{title}: the answer is no whole JSON; it begins “{begins}”", again=True) from problem


def _unlike(form: Form, start: str, kind: str, title: str) -> str:
    begins = " ".join(start.split())[:_SHOWN]
    return f"{title} answered with {kind or 'something'} instead of {form.name}; it begins “{begins}”"
