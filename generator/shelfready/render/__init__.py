"""Library in, a `Bundle` of staged files out: Markdown that holds only words, and front matter for the templates."""
