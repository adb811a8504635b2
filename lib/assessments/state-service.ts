/** „Arbeitsstand sichern“ and „laden“. */
import type { Actor } from '../accounts/actor'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { readChoice } from './answer-choice'
import { emptyContent } from './answer-conflict'
import { fileLoaded } from './change-origin'
import { questionnaireOf } from './content'
import { pictureOwner } from './picture-owner'
import * as repository from './repository'
import { requireAccess } from './repository-access'
import { findOrCreateKey } from './repository-keys'
import { storeImportedAnswers } from './repository-import'
import { checkStateFile, cleanCoatOfArms, readStateFile, toStateFile, type StateFile } from './state-file'
import { toContent } from './stored-answer'
import { withDatabase } from './with-database'

/** Gives an assessment as a file that restores everything but keys, codes and the history of changes. */
export async function exportState(actor: Actor, id: string, now: Date): Promise<StateFile> {
  return await withDatabase(async ({ client }) => {
    const { workspaceId } = await requireAccess(client, actor, id, 'round.read', now)
    const view = await repository.findAssessment(client, id)
    // As stored: an installation that no longer has the questionnaire still gives the file.
    const { contentHash } = await repository.findQuestionnaireKey(client, id)
    const file = toStateFile(view, await repository.findCoatOfArms(client, id), contentHash, now)
    if (workspaceId !== null) logSecurity('round-exported', { person: actor.userId, workspace: workspaceId, what: 'state' })
    return file
  })
}

/** An installation without the file's questionnaire says so in terms of the file. */
function questionnaireOfFile(file: StateFile) {
  const { id, version } = file.questionnaire
  try {
    return questionnaireOf({ questionnaireId: id, questionnaireVersion: version })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const values = { reason: 'version', found: `${id} ${version}`.slice(0, 80) }
    throw new AppError('bad-file', { fields: [{ field: 'file', code: 'bad-file', values }], cause: error })
  }
}

/**
 * Makes a new assessment from a file; an existing one is never changed.
 * @throws AppError `bad-file` with the reason, `image-busy` if its picture cannot be checked now
 */
export async function importState(
  bytes: Uint8Array,
  key: string | null,
  now: Date,
): Promise<{ id: string; newKey: string | null }> {
  const file = readStateFile(bytes)
  const questionnaire = questionnaireOfFile(file)
  checkStateFile(file, questionnaire, now)
  const answers = Object.entries(file.answers).flatMap(([questionId, { choice, comment, clarifyWith }]) => {
    const question = questionnaire.questionById.get(questionId)
    const answer = question && readChoice(choice, question)
    if (!answer || typeof answer === 'string') return []
    const subject = questionnaire.factorOfQuestion.get(questionId)?.subject ?? 'kommune'
    return [{ questionId, subject, content: toContent(answer, { comment, clarifyWith }), before: emptyContent }]
  })
  // Outside the transaction: nobody's answer waits for a picture.
  const coatOfArms = await cleanCoatOfArms(file, pictureOwner({ key, userId: null }))
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { keyId, newKey } = await findOrCreateKey(client, key, now)
      const { assessmentId, responseId, placeId } = await repository.createAssessment(
        client,
        { keyId },
        {
          mode: file.mode,
          questionnaireId: questionnaire.id,
          questionnaireVersion: questionnaire.version,
          contentHash: questionnaire.hash,
          profile: file.profile,
          challenges: file.challenges,
          placeName: file.place ?? '',
          ...file.details,
        },
        now,
      )
      await storeImportedAnswers(client, { responseId, placeId, formId: fileLoaded }, answers, now)
      for (const [measureId, decision] of Object.entries(file.decisions)) {
        const factor = questionnaire.factorById.get(questionnaire.measureById.get(measureId)?.factor ?? '')
        const subjectId = factor?.subject === 'quartier' ? placeId : ''
        await repository.storeDecision(client, { assessmentId, measureId, subjectId }, decision, now)
      }
      if (coatOfArms) await repository.storeCoatOfArms(client, assessmentId, coatOfArms)
      return { id: assessmentId, newKey }
    }),
  )
}
