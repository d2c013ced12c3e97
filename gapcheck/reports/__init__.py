"""The rooms where a report is put on a screen, a page or into a file: formats only arrange it."""
