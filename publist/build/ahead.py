"""Templates compiled ahead: by another process, while this one plans what they shall render."""

from __future__ import annotations

from publist.cache.store import Cache
from publist.content import settings_file as settings
from publist.content.content_folder import SETTINGS, read_text
from publist.outputs.translations import translations
from publist.theming.theme import compiled, load


def compile_ahead(site: str, cache: str) -> bool:
    """Leave the code of the site's templates in the cache. Whatever is wrong is for the build itself to say."""
    from publist.theming.environment import environment

    text, _ = read_text(site, SETTINGS)
    config = (settings.read(text, path=SETTINGS)[0] if text else None) or settings.DEFAULT
    theme = load(site, config.theme)
    compiled(theme, config.language, environment(translations(config.language)), Cache(cache))
    return True
