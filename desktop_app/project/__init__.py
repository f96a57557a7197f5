"""Projects: what a user decided, recorded and ran, kept in one file and never lost.

What window and command line use::

    project = open_project(path, author="Ada")       # opening: raises CodedError, see its codes
    project.add_files(pipeline.read(paths))          # file: every call is saved when it returns
    fix = correct(index_of(imported), shown, part_id, "country_of_origin", "CN", reason="label")
    project.do(fix)                                  # any record of records.Record
    project.undo(); project.redo(); project.revert(entry.number)
    project.ledger                                   # activity: all that was done, and what stands
    assessment = pipeline.assess(project.reading(), inquiry, library,
                                 recorded=recorded_in(project.project))
    run = project.keep_run(assessment, "Monday")     # history: reopen(run), changes_between(...)
    project.catch_up()                               # what another writer appended
    project.close()                                  # backs up, leaves one single file

``imported`` are the joined parts before anything was laid over them (``pipeline.Recognised``),
``shown`` those of the assessment. Backups: ``backups_of(path)``, ``project.restore(backup)``, and
``backups.restore(path, backup)`` for a project that no longer opens. Files that travel:
``portable.export_project`` and ``import_project``. ``storage`` is for this room alone. A project is
not encrypted; where that is asked for, an encrypted drive is the answer.
"""
