"""The annex on methods: the COREQ checklist filled from a study, and a summary of its findings."""
