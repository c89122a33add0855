"""The graph: vocabulary, IRIs, provenance and validation."""
