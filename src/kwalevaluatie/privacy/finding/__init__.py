"""Finding: one module a sort of identifier, on words with what the word lists know of them."""
