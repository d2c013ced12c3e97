"""What foreign files held into the study's own files, and the study's records out of it."""
