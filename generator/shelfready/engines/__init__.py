"""Staged files in, a site out: the engine is a child process and the last step, so that it can be replaced."""
