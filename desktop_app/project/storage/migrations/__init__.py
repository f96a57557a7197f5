"""Every schema a project ever had, oldest first, one module a step.

They are imported by name, not found in a folder, so that a packed program has them as well.
"""
