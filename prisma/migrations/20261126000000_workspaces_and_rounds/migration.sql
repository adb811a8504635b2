-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("workspaceId", "userId"),
    CONSTRAINT "Membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "workspaceId" TEXT,
    "userId" TEXT,
    "role" TEXT NOT NULL DEFAULT '',
    "label" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "Invitation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scoringVersion" TEXT NOT NULL,
    "closedAt" DATETIME NOT NULL,
    CONSTRAINT "Snapshot_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoundEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RoundEvent_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoundEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Target" (
    "workspaceId" TEXT NOT NULL,
    "factorId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "dueOn" TEXT,
    "version" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("workspaceId", "factorId", "subjectId"),
    CONSTRAINT "Target_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "assessmentId" TEXT,
    "contentMeasureId" TEXT NOT NULL DEFAULT '',
    "factorId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL DEFAULT '',
    "partners" TEXT NOT NULL DEFAULT '',
    "dueOn" TEXT,
    "costClass" TEXT NOT NULL DEFAULT '',
    "resolvedOn" TEXT,
    "resolutionNumber" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'geplant',
    "reason" TEXT NOT NULL DEFAULT '',
    "effort" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Measure_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Measure_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeasureChange" (
    "measureId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB,
    "actorId" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("measureId", "version"),
    CONSTRAINT "MeasureChange_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeasureChange_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Answer" (
    "responseId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "value" INTEGER,
    "reason" TEXT,
    "comment" TEXT NOT NULL,
    "clarifyWith" TEXT NOT NULL,
    "carriedOver" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL,
    "formId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("responseId", "subjectId", "questionId"),
    CONSTRAINT "Answer_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Answer" ("clarifyWith", "comment", "formId", "questionId", "reason", "responseId", "seq", "state", "subjectId", "updatedAt", "value", "version") SELECT "clarifyWith", "comment", "formId", "questionId", "reason", "responseId", "seq", "state", "subjectId", "updatedAt", "value", "version" FROM "Answer";
DROP TABLE "Answer";
ALTER TABLE "new_Answer" RENAME TO "Answer";
CREATE TABLE "new_AnswerChange" (
    "responseId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "formId" TEXT NOT NULL,
    "actorId" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("responseId", "subjectId", "questionId", "version"),
    CONSTRAINT "AnswerChange_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnswerChange_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_AnswerChange" ("at", "before", "formId", "questionId", "responseId", "subjectId", "version") SELECT "at", "before", "formId", "questionId", "responseId", "subjectId", "version" FROM "AnswerChange";
DROP TABLE "AnswerChange";
ALTER TABLE "new_AnswerChange" RENAME TO "AnswerChange";
CREATE TABLE "new_Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "periodFrom" TEXT,
    "periodTo" TEXT,
    "status" TEXT NOT NULL DEFAULT 'offen',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "fileReference" TEXT NOT NULL DEFAULT '',
    "basedOnId" TEXT,
    "mode" TEXT NOT NULL,
    "questionnaireId" TEXT NOT NULL,
    "questionnaireVersion" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "profileVersion" INTEGER NOT NULL DEFAULT 0,
    "challenges" JSONB NOT NULL,
    "agreedOn" TEXT,
    "answeredBy" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    CONSTRAINT "Assessment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Assessment_basedOnId_fkey" FOREIGN KEY ("basedOnId") REFERENCES "Assessment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Assessment" ("agreedOn", "answeredBy", "challenges", "contentHash", "createdAt", "id", "lastSeenAt", "mode", "profile", "profileVersion", "questionnaireId", "questionnaireVersion") SELECT "agreedOn", "answeredBy", "challenges", "contentHash", "createdAt", "id", "lastSeenAt", "mode", "profile", "profileVersion", "questionnaireId", "questionnaireVersion" FROM "Assessment";
DROP TABLE "Assessment";
ALTER TABLE "new_Assessment" RENAME TO "Assessment";
CREATE INDEX "Assessment_lastSeenAt_idx" ON "Assessment"("lastSeenAt");
CREATE INDEX "Assessment_workspaceId_idx" ON "Assessment"("workspaceId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_codeHash_key" ON "Invitation"("codeHash");

-- CreateIndex
CREATE INDEX "Invitation_workspaceId_idx" ON "Invitation"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_assessmentId_revision_key" ON "Snapshot"("assessmentId", "revision");

-- CreateIndex
CREATE INDEX "RoundEvent_assessmentId_idx" ON "RoundEvent"("assessmentId");

-- CreateIndex
CREATE INDEX "Measure_workspaceId_idx" ON "Measure"("workspaceId");

-- CreateIndex
CREATE INDEX "Measure_assessmentId_idx" ON "Measure"("assessmentId");

-- What is closed stays as it is, whoever writes (docs/adr/0011). A migration that rebuilds one of these tables drops its
-- triggers and has to create them again. Deleting a whole round is allowed: its row is gone before those that hang on it.
CREATE TRIGGER "Snapshot_update_refused" BEFORE UPDATE ON "Snapshot"
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Snapshot_delete_refused" BEFORE DELETE ON "Snapshot"
WHEN EXISTS (SELECT 1 FROM "Assessment" WHERE "id" = OLD."assessmentId")
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Assessment_closed_update_refused"
BEFORE UPDATE OF "workspaceId", "name", "periodFrom", "periodTo", "revision", "mode", "questionnaireId", "questionnaireVersion",
  "contentHash", "profile", "challenges", "agreedOn", "answeredBy" ON "Assessment"
WHEN OLD."status" = 'abgeschlossen' AND NEW."status" = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Answer_closed_insert_refused" BEFORE INSERT ON "Answer"
WHEN (SELECT a."status" FROM "Response" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" = NEW."responseId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Answer_closed_update_refused" BEFORE UPDATE ON "Answer"
WHEN (SELECT a."status" FROM "Response" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" = OLD."responseId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "Answer_closed_delete_refused" BEFORE DELETE ON "Answer"
WHEN (SELECT a."status" FROM "Response" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" = OLD."responseId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "AssessmentPlace_closed_update_refused" BEFORE UPDATE ON "AssessmentPlace"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "MeasureDecision_closed_insert_refused" BEFORE INSERT ON "MeasureDecision"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = NEW."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "MeasureDecision_closed_update_refused" BEFORE UPDATE ON "MeasureDecision"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;

CREATE TRIGGER "MeasureDecision_closed_delete_refused" BEFORE DELETE ON "MeasureDecision"
WHEN (SELECT "status" FROM "Assessment" WHERE "id" = OLD."assessmentId") = 'abgeschlossen'
BEGIN SELECT RAISE(ABORT, 'round-closed'); END;
