"""The citation and responsibility graph of Dutch parliamentary dossiers."""

__version__ = "0.1.0"
