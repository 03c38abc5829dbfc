"""The reader: one article set as a page, with layers of quotes, evidence, figures and credits over its text."""
