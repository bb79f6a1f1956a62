"""What a LaTeX source says of its publications, as lines of text."""
