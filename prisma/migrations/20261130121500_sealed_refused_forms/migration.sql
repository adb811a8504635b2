-- Refused forms are sealed with the browser's key (docs/adr/0015). What was kept before, in clear, is forgotten: it was there for 24 hours.
DELETE FROM "RejectedInput";
DROP TABLE "RejectedInput";

CREATE TABLE "RejectedInput" (
    "keyId" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "share" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "conflict" BOOLEAN NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "sealed" BLOB NOT NULL,

    PRIMARY KEY ("keyId", "form"),
    CONSTRAINT "RejectedInput_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "AccessKey" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "RejectedInput_expiresAt_idx" ON "RejectedInput"("expiresAt");

CREATE INDEX "RejectedInput_share_expiresAt_bytes_idx" ON "RejectedInput"("share", "expiresAt", "bytes");
