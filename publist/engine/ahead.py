"""Templates compiled ahead: by another process, while this one plans what they shall render."""

from __future__ import annotations

from publist import config as settings
from publist.cache import Cache
from publist.contentfolder import SETTINGS, read_text
from publist.outputs.words import translations
from publist.theming.theme import compiled, load


def compile_ahead(site: str, cache: str) -> bool:
    """Leave the code of the site's templates in the cache. Whatever is wrong is for the build itself to say."""
    from publist.theming.templating import environment

    text, _ = read_text(site, SETTINGS)
    config = (settings.read(text, path=SETTINGS)[0] if text else None) or settings.DEFAULT
    theme = load(site, config.theme)
    compiled(theme, config.language, environment(translations(config.language)), Cache(cache))
    return True
