"""The command line, on the very same logs as the windows."""
