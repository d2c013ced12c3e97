"""Suggestions in a large study, partnership by partnership: on all cores, or by a cluster.

What is suggested is what reading the whole study and matching it at once suggests, to the letter.
"""
