"""LaTeX text and formulas, read and written."""
