"""The language tools every stage stands on: marks, sentence boundaries, words. Nothing above them."""
