"""What a publication gives away about the people in it: tables, counts, stories."""
