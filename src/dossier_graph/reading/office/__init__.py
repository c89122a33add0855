"""Papers as word processors write them: DOCX, ODT."""
