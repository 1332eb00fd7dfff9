"""What working together achieved, over years: numbers, each with its definition, and the yearly report."""
