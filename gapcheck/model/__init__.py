"""The values that travel from the study's files to the written report, all of them frozen."""
