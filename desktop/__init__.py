"""Liepa: an offline program for a crisis centre. This file knows the version and nothing else."""

__version__ = "0.1.0"
