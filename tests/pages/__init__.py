"""What readers get: the built pages of this project's own content, public and preview, held against what they promise."""
