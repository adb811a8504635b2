import { defineConfig } from 'prisma/config'

/** For the Prisma command line only; the running server opens the database in lib/db.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
