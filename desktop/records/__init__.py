"""What a centre writes down, and the logs that keep it; no Qt, and nothing that is drawn."""
