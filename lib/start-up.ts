/** What is checked when the server starts, and what it does by itself from then on. */
import { issueSetUpCode } from './accounts/invitation-service'
import { questionnaireOf } from './assessments/content'
import { createCleanUp } from './clean-up'
import { currentTime } from './clock'
import { clockLimits } from './clock-trust'
import { toAppError } from './database-error'
import { settings, type Settings } from './env'
import { createTranslate } from './i18n/translate'
import { logFailure, tellOperator } from './log'
import { missingOperatorTexts } from './operator-texts'
import { ContentError } from './questionnaire/content-error'
import { contentErrorReason } from './questionnaire/content-reason'
import { editedVersions } from './questionnaire/edited-versions'
import { requireSettings } from './require-settings'

const t = createTranslate('de')

/** While nobody has an account, a link on the console is the only way to the first one. */
async function offerSetUp(): Promise<void> {
  try {
    const code = await issueSetUpCode(currentTime())
    if (code === null) return
    const link = `${settings().origins[0]}/einrichten#${code}`
    tellOperator(t('errors.operator.setUp', { link }))
  } catch (failure) {
    // The daily clean-up has told already what is wrong with the database.
    logFailure(toAppError(failure), 'issueSetUpCode')
  }
}

/** A broken questionnaire is told with its place; the site runs on, so that the pages can tell, and `/health` is not ready. */
function checkQuestionnaires(): void {
  try {
    for (const { path, files } of editedVersions(settings().contentDir)) {
      tellOperator(t('errors.operator.contentEdited', { path, files: files.join(', ') }))
    }
    questionnaireOf()
  } catch (failure) {
    if (failure instanceof ContentError) {
      tellOperator(t('errors.operator.contentBroken', { reason: contentErrorReason(failure, t) }))
      return
    }
    const error = toAppError(failure)
    if (error.code === 'questionnaire-missing') tellOperator(t('errors.operator.contentMissing', { path: settings().contentDir }))
    else logFailure(error, 'checkQuestionnaires')
  }
}

/** Forms are taken from the named address only, so that others cannot even begin a check where none is named. */
function warnOfMissingAddress({ host, port, origins, addressGiven }: Settings): void {
  const thisMachineOnly = host === 'localhost' || host === '::1' || host.startsWith('127.')
  if (addressGiven || thisMachineOnly) return
  tellOperator(t('errors.operator.addressMissing', { host, port: String(port), address: origins[0] ?? '' }))
}

/**
 * Checks the settings, warns of a missing address and of texts that only the operator can write, loads the questionnaire, looks at the clock now and
 * then hourly, deletes what has expired now and then daily, and prints the link for setting up while nobody has an account.
 */
export async function startUp(): Promise<void> {
  warnOfMissingAddress(requireSettings())
  if (settings().operatorName === '') tellOperator(t('errors.operator.nameMissing'))
  for (const file of missingOperatorTexts()) tellOperator(t('errors.operator.textMissing', { file }))
  checkQuestionnaires()
  const cleanUp = createCleanUp()
  await cleanUp()
  await offerSetUp()
  // Not a reason to keep a stopped server alive.
  setInterval(() => void cleanUp(), clockLimits.look).unref()
}
