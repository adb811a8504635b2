-- A closed round, also for another program that has this file open: nothing of it is added, replaced or taken away.
CREATE TRIGGER "Snapshot_insert_refused" BEFORE INSERT ON "Snapshot"
WHEN EXISTS (SELECT 1 FROM "Snapshot" WHERE "assessmentId" = NEW."assessmentId" AND "revision" = NEW."revision")
  OR (SELECT "status" FROM "Assessment" WHERE "id" = NEW."assessmentId") = 'abgeschlossen'
  OR (SELECT "revision" FROM "Assessment" WHERE "id" = NEW."assessmentId") <> NEW."revision"
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

-- Replacing a row would delete it first, and everything that hangs on it.
CREATE TRIGGER "Assessment_closed_insert_refused" BEFORE INSERT ON "Assessment"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = NEW."id") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

-- Opened only as the next revision, closed only with what was closed.
CREATE TRIGGER "Assessment_open_same_revision_refused" BEFORE UPDATE OF "status" ON "Assessment"
WHEN OLD."status" = 'abgeschlossen' AND NEW."status" <> 'abgeschlossen' AND NEW."revision" <> OLD."revision" + 1
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Assessment_close_without_snapshot_refused" BEFORE UPDATE OF "status" ON "Assessment"
WHEN OLD."status" <> 'abgeschlossen' AND NEW."status" = 'abgeschlossen'
  AND NOT EXISTS (SELECT 1 FROM "Snapshot" WHERE "assessmentId" = NEW."id" AND "revision" = NEW."revision")
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Response_closed_insert_refused" BEFORE INSERT ON "Response"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = NEW."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Response_closed_update_refused" BEFORE UPDATE ON "Response"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Response_closed_delete_refused" BEFORE DELETE ON "Response"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "AssessmentPlace_closed_insert_refused" BEFORE INSERT ON "AssessmentPlace"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = NEW."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "AssessmentPlace_closed_delete_refused" BEFORE DELETE ON "AssessmentPlace"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

-- The history of its answers. Who it was may be taken out: a person can be deleted.
CREATE TRIGGER "AnswerChange_closed_insert_refused" BEFORE INSERT ON "AnswerChange"
WHEN (SELECT a."status" FROM "Response" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" = NEW."responseId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "AnswerChange_closed_update_refused"
BEFORE UPDATE OF "responseId", "subjectId", "questionId", "version", "before", "formId", "at" ON "AnswerChange"
WHEN (SELECT a."status" FROM "Response" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" = OLD."responseId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "AnswerChange_closed_delete_refused" BEFORE DELETE ON "AnswerChange"
WHEN (SELECT a."status" FROM "Response" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" = OLD."responseId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

-- What happened to a round stays, open or closed, as long as there is the round.
CREATE TRIGGER "RoundEvent_update_refused" BEFORE UPDATE OF "assessmentId", "kind", "revision", "reason", "at" ON "RoundEvent"
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "RoundEvent_delete_refused" BEFORE DELETE ON "RoundEvent"
WHEN EXISTS (SELECT 1 FROM "Assessment" WHERE "id" = OLD."assessmentId")
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;
