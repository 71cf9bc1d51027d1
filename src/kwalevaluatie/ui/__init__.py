"""The screen as a page in the browser: what it is made of, and who may see it."""
