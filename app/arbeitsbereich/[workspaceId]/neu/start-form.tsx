import { Button } from '@/app/_components/button'
import { ChoiceField } from '@/app/_components/choice-field'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import { distinctRoundNames } from '@/app/_workspace/distinct-round-names'
import { roundName } from '@/app/_workspace/round-texts'
import { pathToNewest } from '@/lib/assessments/content'
import { newId } from '@/lib/assessments/secret'
import { germanDay } from '@/lib/report/format'
import type { RoundSummary } from '@/lib/rounds/service'
import { NamingFields } from './naming-fields'
import type { StartPageData } from './read-start-page'

/** True if its answers have to be brought to a newer version of the questionnaire. */
const isOlder = (round: RoundSummary) => pathToNewest(round).ok

/** @param called the round's name as the option says it; with the period if it has to be told apart from another */
function hintOf(round: RoundSummary, called: string): string {
  const { periodFrom, periodTo, status, questionnaireVersion: version } = round
  const period =
    called === roundName(round) && periodFrom && periodTo
      ? `${t('rounds.period', { from: germanDay(periodFrom), to: germanDay(periodTo) })}, `
      : ''
  const state = t('rounds.start.roundState', { period, status })
  return isOlder(round) ? `${state}, ${t('rounds.start.olderVersion', { version })}` : state
}

/** Where answers of an older version lead: looked at before anything begins. */
function Previews({ rounds, names }: { rounds: readonly RoundSummary[]; names: ReadonlyMap<string, string> }) {
  const older = rounds.filter((round) => round.status === 'abgeschlossen' && isOlder(round))
  if (older.length === 0) return null
  return (
    <div className="dec-tight">
      <p className="kern-body dec-text">{t('rounds.start.older')}</p>
      <ul className="dec-inline-list">
        {older.map(({ id, name }) => (
          <li key={id}>
            <TextLink href={`/check/${id}/umstellung`}>{t('rounds.start.olderLink', { name: names.get(id) ?? name })}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Begins a round. */
export function StartForm({ data }: { data: StartPageData }) {
  const { workspaceId, rounds, places, start, year, name, proposed } = data
  const modes = [
    { id: 'voll', label: t('rounds.start.modeFull'), hint: t('rounds.start.modeFullHint') },
    { id: 'schnell', label: t('rounds.start.modeQuick'), hint: t('rounds.start.modeQuickHint') },
  ]
  const names = distinctRoundNames(rounds)
  const beginnings = [
    ...rounds.map((round) => {
      const called = names.get(round.id) ?? round.name
      return { id: round.id, label: t('rounds.start.from-round', { name: called }), hint: hintOf(round, called) }
    }),
    { id: 'leer', label: t('rounds.start.empty') },
  ]
  return (
    <form
      className="dec-fields dec-space-4"
      method="post"
      action={`/api/workspaces/${workspaceId}/rounds`}
      autoComplete="off"
      noValidate
    >
      <input type="hidden" name="id" value={newId()} />
      <NamingFields refused={start} year={year} name={name} />
      <ChoiceField
        name="mode"
        label={t('rounds.start.mode')}
        options={modes}
        chosen={[start.typed('mode') ?? rounds[0]?.mode ?? 'voll']}
        error={start.errors.mode}
      />
      {rounds.length > 0 && (
        <ChoiceField
          name="basedOn"
          label={t('rounds.start.basedOn')}
          hint={t('rounds.start.basedOnHint')}
          options={beginnings}
          chosen={[start.typed('basedOn') ?? proposed ?? 'leer']}
          error={start.errors.basedOn}
        />
      )}
      <Previews rounds={rounds} names={names} />
      {places.length > 0 && (
        <ChoiceField
          name="place"
          label={t('rounds.start.place')}
          hint={t('rounds.start.placeHint')}
          options={[...places.map(({ id, name }) => ({ id, label: name })), { id: 'neu', label: t('rounds.start.otherPlace') }]}
          chosen={[start.typed('place') ?? places[0]?.id ?? 'neu']}
          error={start.errors.place}
        />
      )}
      <div className="dec-actions">
        <Button>{t('rounds.start.action')}</Button>
      </div>
    </form>
  )
}
