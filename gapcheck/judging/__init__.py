"""A report on a large study, partnership by partnership: on all cores, or by a cluster.

What it says is what reading the whole study and judging it at once says, to the letter.
"""
