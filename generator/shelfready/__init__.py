"""Shelfready: files in `content/` are read, parsed, checked, rendered and written as a static site.

Five verbs, one direction, in `pipeline.py`; only `read`, `write`, `switch`, `engines` and `cli` touch the world.
"""

# SPDX-License-Identifier: MIT

__version__ = "0.1.0"
