"""The judgement held against the page of its rules, from outside."""
