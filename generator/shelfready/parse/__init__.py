"""Raw files in, a frozen `Library` out; bad content becomes faults in it, never an exception.

`prose` renders texts and needs no record, so that it can begin in other processes; `library` joins everything.
"""
