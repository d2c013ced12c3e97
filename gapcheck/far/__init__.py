"""Studies that lie at an address (s3://, gs://, az://, https:// ...) and on no disk of ours.

They are read from where they lie, through fsspec, and nothing of them is kept.
"""
