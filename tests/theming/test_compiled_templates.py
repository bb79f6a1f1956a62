"""Templates that publist brings are compiled once for all sites; a site's own stay with the site."""

import os
import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment

from publist.cache.store import Cache
from publist.outputs.translations import translations
from publist.theming import compiled_templates, environment
from publist.theming.compiled_templates import compiled
from publist.theming.theme import ThemeFile, load


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which publist's own templates are kept, an empty one."""
    folder = tmp_path / "code"
    folder.mkdir()
    monkeypatch.setattr(compiled_templates, "cache_from_source", lambda _: str(folder / "module.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def names_compiled(site: Path, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> list[str]:
    """The templates of the default theme that a first build of this site compiles."""
    found: list[str] = []
    whole = environment.compile_template

    def noted(made: Environment, name: str, path: str, content: bytes) -> tuple[CodeType, bool]:
        found.append(name)
        return whole(made, name, path, content)

    monkeypatch.setattr(environment, "compile_template", noted)
    made = environment.environment(translations(language))
    assert set(compiled(load(str(site), "default"), language, made, Cache(str(site / ".publist")))) >= {"paper.html"}
    monkeypatch.setattr(environment, "compile_template", whole)
    return found


@pytest.mark.usefixtures("kept")
def test_a_second_site_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first site's build compiles all of a theme that publist brings; the next site finds it done."""
    assert "paper.html" in names_compiled(tmp_path / "first", monkeypatch)
    assert names_compiled(tmp_path / "second", monkeypatch) == []
    assert "paper.html" in names_compiled(tmp_path / "third", monkeypatch, "de"), "words are part of the code"
    assert names_compiled(tmp_path / "fourth", monkeypatch) == []


@pytest.mark.usefixtures("kept")
def test_a_sites_own_template_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of the site is compiled for it, also one that has the name of publist's own."""
    names_compiled(tmp_path / "first", monkeypatch)
    theme = tmp_path / "second/themes/default"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.yaml").write_text("title: Mine\n")
    (theme / "templates/paper.html").write_text("mine")
    assert names_compiled(tmp_path / "second", monkeypatch) == ["paper.html"]
    assert names_compiled(tmp_path / "third", monkeypatch) == []


def test_a_changed_template_is_compiled_again(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept counts for the very bytes that were compiled, and a broken file counts for nothing."""
    names_compiled(tmp_path / "first", monkeypatch)
    theme = load(str(tmp_path), "default")
    file = theme.templates["404.html"]
    changed = theme._replace(templates={**theme.templates, "404.html": ThemeFile(file.path, b"new")}, digest=b"")
    made = environment.environment(translations("en"))
    before = compiled(theme, "en", made, Cache(str(tmp_path / "a")))
    after = compiled(changed, "en", made, Cache(str(tmp_path / "b")))
    assert {name for name, code in after.items() if code != before[name]} == {"404.html"}
    (store,) = kept.glob("templates-en-*")
    store.write_bytes(store.read_bytes()[:-9])
    assert "404.html" in names_compiled(tmp_path / "second", monkeypatch)


def test_a_folder_that_cannot_be_written_costs_only_time(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed publist may belong to the system: a build compiles for itself and says nothing."""
    os.rmdir(kept)
    kept.write_text("in the way")
    assert names_compiled(tmp_path / "first", monkeypatch)
    assert names_compiled(tmp_path / "second", monkeypatch)
    assert kept.read_text() == "in the way"
