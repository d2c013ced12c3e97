"""A check of a whole study, file by file: quick, flat in memory, in several processes, cached.

What it says is what loading the whole study and checking it says, to the letter.
"""
