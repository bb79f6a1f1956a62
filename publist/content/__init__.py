"""content/ to records and back: the folder, paper files, other files, changes of single keys."""
