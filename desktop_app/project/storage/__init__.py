"""The one room that knows how a project lies in a database.

``tables``, ``log`` and ``part_rows`` speak SQLAlchemy Core without any database's own dialect;
``sqlite_file`` alone knows that a project is a file today.
"""
