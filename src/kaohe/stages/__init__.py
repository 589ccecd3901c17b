"""A unit's files of several stages become its dossier."""
