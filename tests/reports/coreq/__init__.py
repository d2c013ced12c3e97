"""The annex on methods: what it says of each item, its findings, and its two formats."""
