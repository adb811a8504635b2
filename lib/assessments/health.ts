import { withDatabase } from './with-database'

/**
 * Proves that an answer could be saved now: writes more than a page, makes it durable and removes it again.
 * @throws AppError with the reason: `database-missing`, `-locked`, `-corrupt`, `-newer`, `disk-full`
 */
export async function checkHealth(): Promise<void> {
  await withDatabase((database) =>
    database.write((connection) => {
      const probe = `health-${'x'.repeat(8_000)}`
      connection.prepare('INSERT INTO "Place" (id) VALUES (?)').run(probe)
      connection.prepare('DELETE FROM "Place" WHERE id = ?').run(probe)
    }),
  )
}
