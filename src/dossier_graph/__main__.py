"""`python -m dossier_graph` is the command line."""

from dossier_graph.cli import main

if __name__ == "__main__":
    main()
