import { questionnaireOf } from './content'
import { withDatabase } from './with-database'

/**
 * Proves that a check could begin and an answer be saved now: loads the newest questionnaire, writes more than a page, makes it durable and removes it again.
 * @throws ContentError; AppError with the reason: `questionnaire-missing`, `database-missing`, `-locked`, `-corrupt`, `-newer`, `disk-full`
 */
export async function checkHealth(): Promise<void> {
  questionnaireOf()
  await withDatabase((database) =>
    database.write((connection) => {
      const probe = `health-${'x'.repeat(8_000)}`
      connection.prepare('INSERT INTO "Place" (id) VALUES (?)').run(probe)
      connection.prepare('DELETE FROM "Place" WHERE id = ?').run(probe)
    }),
  )
}
