-- The picture on the cover of a closed round stays as it is as well (docs/adr/0011).
CREATE TRIGGER "CoatOfArms_closed_insert_refused" BEFORE INSERT ON "CoatOfArms"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = NEW."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "CoatOfArms_closed_update_refused" BEFORE UPDATE ON "CoatOfArms"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "CoatOfArms_closed_delete_refused" BEFORE DELETE ON "CoatOfArms"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;
