"""A CV as a document, and what writes it: PDF, Typst, LaTeX, Word, HTML, Markdown, text."""
