"""Text in the forms that people and databases have it: names, identifiers, slugs, markup, encodings."""
