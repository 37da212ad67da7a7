"""Every record that crosses a module boundary; plain frozen values, no work done here.

Import from the modules themselves: those that rendering needs stay apart from the ones that load pydantic.
"""
