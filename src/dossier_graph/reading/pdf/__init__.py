"""Papers as PDF files: pages of words at places."""
