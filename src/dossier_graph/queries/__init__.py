"""Asking a built graph: ready questions, SPARQL within bounds, and answers as tables."""
