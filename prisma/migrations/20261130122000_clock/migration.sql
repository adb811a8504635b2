-- CreateTable
CREATE TABLE "Clock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seenAt" DATETIME NOT NULL,
    "goodAt" DATETIME NOT NULL,
    "suspectedAt" DATETIME,
    "behindFrom" DATETIME
);

-- A database with checks has seen a time before: the last use of one of them.
INSERT INTO "Clock" ("id", "seenAt", "goodAt")
SELECT 'server', max("lastSeenAt"), max("lastSeenAt") FROM "Assessment" HAVING max("lastSeenAt") IS NOT NULL;
