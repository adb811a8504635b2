/** What the page of targets shows: every factor with its last known state, and a refused form. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { type RefusedForm, refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { questionnaireOf } from '@/lib/assessments/content'
import { currentTime } from '@/lib/clock'
import type { ErrorCode } from '@/lib/errors'
import { lowestTarget, usualTarget } from '@/lib/recommendations/target'
import { buildTargetsView, type TargetsView } from '@/lib/report/targets-view'
import { readAllRounds } from '@/lib/rounds/progress-service'
import { listTargets } from '@/lib/targets/service'

/** What a form of a target asks for, by field. */
export const targetLabels = {
  value: t('targets.form.value'),
  reason: t('targets.form.reason'),
  dueOn: t('targets.form.dueOn'),
} as const

const limits = { lowest: lowestTarget, usual: usualTarget }

function exactText(field: string, code: ErrorCode): string | null {
  if (code === 'conflict') return t('targets.errors.conflict')
  if (field === 'value') return t('targets.errors.value', limits)
  if (field === 'reason' && code === 'required') return t('targets.errors.reason', limits)
  return field === 'dueOn' ? t('targets.errors.day') : null
}

/** A form that was not saved, and whether somebody else had changed the target in between. */
export interface RefusedTarget extends RefusedForm {
  readonly factorId: string
  readonly conflict: boolean
}

/** Reads the targets with the rounds, once per request. */
export const readTargets = cache(
  async (workspaceId: string): Promise<{ view: TargetsView; rounds: number; unreadable: readonly string[] }> => {
    try {
      const actor = await readActor()
      const { rounds, unreadable } = await readAllRounds(actor, workspaceId, currentTime())
      const targets = await listTargets(actor, workspaceId)
      const questionnaire = rounds.at(-1)?.questionnaire ?? questionnaireOf()
      return { view: buildTargetsView(questionnaire, rounds, targets, t), rounds: rounds.length, unreadable }
    } catch (error) {
      return showFailure(error, workspacePage(workspaceId, 'ziele'))
    }
  },
)

/** Reads the form that was refused last, if the page was asked to show it. */
export async function readRefusedTarget({ params, searchParams }: WorkspacePageProps): Promise<RefusedTarget | null> {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const form = `target:${workspaceId}:${queryValue(search, 'faktor')}`
  const rejected = await readRejected(form, queryValue(search, 'fehler') !== '')
  if (!rejected) return null
  const refused = refusedForm(rejected, targetLabels, exactText)
  const conflict = rejected.errors.some(({ code }) => code === 'conflict')
  return { ...refused, factorId: refused.typed('factor') ?? '', conflict }
}
