"""What leaves the house: sheets, workbooks and their seals; it knows nothing of what is printed."""
