"""Lists that come from outside, as sheets of plain cells: spreadsheets, text files, tables in a letter, pasted tables.

Nothing here knows what a list is about. Whatever it is, it is read in a process of its own with limits on time and
memory (`apart`), and nothing in it is ever carried out, fetched or followed.
"""

READ_APART = "--read-apart"
"""How the program asks itself to read a list; the file comes on standard input, its encoding may follow."""
WHOLE = "whole"
"""Follows where the paragraphs are wanted beside the tables."""
FULL = 9
"""Exit code of a reader that ran out of memory."""
