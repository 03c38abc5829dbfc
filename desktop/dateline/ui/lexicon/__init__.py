"""The Lexicon screen: topics and their terms, who and what is named, tried on the open article and edited."""
