import { LevelMark } from '@/app/_components/level-mark'
import { PageErrors } from '@/app/_components/page-errors'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { lowestTarget, usualTarget } from '@/lib/recommendations/target'
import { joinWords } from '@/lib/report/format'
import type { TargetView } from '@/lib/report/targets-view'
import { readRefusedTarget, readTargets } from './read-targets-page'
import { TargetItem } from './target-item'

export async function generateMetadata(props: WorkspacePageProps) {
  await readTargets((await props.params).workspaceId)
  return pageMetadata(t('targets.title'), { refused: (await readRefusedTarget(props)) !== null })
}

function countReached(targets: readonly TargetView[]) {
  const reached = targets.filter(({ state }) => state === 'reached').length
  return { reached, known: reached + targets.filter(({ state }) => state === 'below').length }
}

export default async function TargetsPage(props: WorkspacePageProps) {
  const { workspaceId } = await props.params
  const saved = queryValue(await props.searchParams, 'gespeichert')
  const workspace = await readWorkspacePage(workspaceId)
  const { view, rounds, unreadable } = await readTargets(workspaceId)
  const refused = await readRefusedTarget(props)
  const mayEdit = workspace.may('target.edit')
  const all = countReached(view.levels.flatMap(({ factors }) => factors))
  const notes = [
    ...(rounds === 0 ? [t('targets.noRounds')] : [t(all.known === 0 ? 'targets.summaryNone' : 'targets.summary', all)]),
    ...(view.place === '' ? [] : [t('targets.place', { place: view.place })]),
    ...(unreadable.length === 0
      ? []
      : [
          t('targets.unreadable', {
            count: unreadable.length,
            rounds: joinWords(unreadable.map((name) => `„${name}“`)),
          }),
        ]),
    ...(mayEdit ? [] : [t('targets.readOnly')]),
  ]
  return (
    <>
      <WorkspaceHead workspace={workspace} current="ziele" />
      <PageErrors items={refused?.summary ?? []} />
      <h1 className="kern-heading-large">{t('targets.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">
        {t('targets.lead', { usual: usualTarget, lowest: lowestTarget })}
      </p>
      <div className="dec-space-2 dec-tight">
        <p className="kern-body dec-text">{t('targets.effect')}</p>
        {notes.map((note) => (
          <p key={note} className="kern-body dec-text">
            {note}
          </p>
        ))}
      </div>
      {view.levels.map((level) => {
        const count = countReached(level.factors)
        return (
          <section key={level.id} className="dec-section" aria-labelledby={`ebene-${level.id}`}>
            <h2 className="kern-heading-medium dec-kicker" id={`ebene-${level.id}`}>
              <LevelMark level={level.id} />
              <span>{level.name}</span>
            </h2>
            <p className="kern-body">{t(count.known === 0 ? 'targets.level.none' : 'targets.level.reached', count)}</p>
            <ul className="dec-targets">
              {level.factors.map((target) => (
                <TargetItem
                  key={target.factorId}
                  workspaceId={workspaceId}
                  target={target}
                  mayEdit={mayEdit}
                  refused={refused?.factorId === target.factorId ? refused : null}
                  saved={!refused && saved === target.factorId}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
