"""The local protocol: its text and versions, what it must agree with, how it is revised, the duties it lays down."""
