"""Policy documents to drafts of imperatives: what a text asks for, of whom, and where."""
