"""The windows, on the very same logs as the command line; the only place that knows Qt."""
