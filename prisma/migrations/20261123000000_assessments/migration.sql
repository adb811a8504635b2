-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "lastSeenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CoatOfArms" (
    "assessmentId" TEXT NOT NULL PRIMARY KEY,
    "png" BLOB NOT NULL,
    CONSTRAINT "CoatOfArms_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Place" (
    "id" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "AssessmentPlace" (
    "assessmentId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("assessmentId", "placeId"),
    CONSTRAINT "AssessmentPlace_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AssessmentPlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Response" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "Response_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "responseId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "value" INTEGER,
    "reason" TEXT,
    "comment" TEXT NOT NULL,
    "clarifyWith" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "formId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("responseId", "subjectId", "questionId"),
    CONSTRAINT "Answer_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnswerChange" (
    "responseId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "formId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("responseId", "subjectId", "questionId", "version"),
    CONSTRAINT "AnswerChange_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccessKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "keyHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "KeyGrant" (
    "keyId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,

    PRIMARY KEY ("keyId", "assessmentId"),
    CONSTRAINT "KeyGrant_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "AccessKey" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "KeyGrant_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RejectedInput" (
    "keyId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "errors" JSONB NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("keyId", "form"),
    CONSTRAINT "RejectedInput_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "AccessKey" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeasureDecision" (
    "assessmentId" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("assessmentId", "measureId", "subjectId"),
    CONSTRAINT "MeasureDecision_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Assessment_lastSeenAt_idx" ON "Assessment"("lastSeenAt");

-- CreateIndex
CREATE INDEX "AssessmentPlace_placeId_idx" ON "AssessmentPlace"("placeId");

-- CreateIndex
CREATE INDEX "Response_assessmentId_idx" ON "Response"("assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessKey_keyHash_key" ON "AccessKey"("keyHash");

-- CreateIndex
CREATE INDEX "KeyGrant_assessmentId_idx" ON "KeyGrant"("assessmentId");

-- CreateIndex
CREATE INDEX "RejectedInput_expiresAt_idx" ON "RejectedInput"("expiresAt");
