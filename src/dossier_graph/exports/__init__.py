"""What a built graph is handed out as."""
