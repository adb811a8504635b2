import { Button } from '@/app/_components/button'
import { TextArea } from '@/app/_components/text-area'
import { fieldIdOf, TextField } from '@/app/_components/text-field'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'
import { lowestTarget, usualTarget } from '@/lib/recommendations/target'
import { germanDay } from '@/lib/report/format'
import type { OwnTarget, TargetView } from '@/lib/report/targets-view'
import { targetLabels, type RefusedTarget } from './read-targets-page'

const bounds = { lowest: lowestTarget, usual: usualTarget, limit: limits.reason }

function storedText({ value, reason, dueOn }: OwnTarget): string {
  const day = dueOn === null ? [] : [`${targetLabels.dueOn}: ${germanDay(dueOn)}`]
  const why = reason === '' ? [] : [`${targetLabels.reason}: ${reason}`]
  return [`${targetLabels.value}: ${value} ${t('targets.form.unit')}`, ...day, ...why].join('\n')
}

/** What somebody else has stored since the form was shown, and the way to leave it so. */
function Stored({ own, workspaceId }: { own: OwnTarget; workspaceId: string }) {
  return (
    <div className="dec-conflict dec-tight">
      <p className="kern-body kern-body--bold">{t('targets.conflict.stored')}</p>
      <p className="kern-body dec-pre-line">{storedText(own)}</p>
      <p className="kern-body">{t('targets.conflict.note')}</p>
      <p>
        <TextLink href={`${workspacePage(workspaceId, 'ziele')}#ziel-${own.factorId}`}>{t('targets.conflict.keep')}</TextLink>
      </p>
    </div>
  )
}

interface TargetFormProps {
  workspaceId: string
  target: TargetView
  own: OwnTarget
  /** If this is the form that was refused. */
  refused: RefusedTarget | null
}

/** Sets the target of one factor. */
export function TargetForm({ workspaceId, target, own, refused }: TargetFormProps) {
  const stored = { value: String(own.value), reason: own.reason, dueOn: own.dueOn === null ? '' : germanDay(own.dueOn) }
  // Only the refused form's fields go by their plain names: the error summary leads to these.
  const field = (name: keyof typeof stored) => ({
    id: refused ? fieldIdOf(name) : `${own.factorId}-${name}`,
    name,
    label: targetLabels[name],
    value: refused?.typed(name) ?? stored[name],
    error: refused?.errors[name],
  })
  // After both versions were shown, saving replaces the stored one knowingly.
  const version = refused && !refused.conflict ? (refused.typed('version') ?? own.version) : own.version
  return (
    <form
      className="dec-fields dec-fields--near"
      method="post"
      action={`/api/workspaces/${workspaceId}/targets`}
      autoComplete="off"
      noValidate
      aria-label={`${t('targets.form.open')} ${t('targets.form.of', { factor: target.name })}`}
    >
      {refused?.conflict && <Stored own={own} workspaceId={workspaceId} />}
      <input type="hidden" name="factor" value={own.factorId} />
      <input type="hidden" name="subject" value={own.subjectId} />
      <input type="hidden" name="version" value={version} />
      <TextField
        {...field('value')}
        hint={t('targets.form.valueHint', bounds)}
        width="short"
        unit={t('targets.form.unit')}
        inputMode="numeric"
      />
      <TextField {...field('dueOn')} hint={t('targets.form.dueOnHint')} width="short" optional />
      <TextArea {...field('reason')} hint={t('targets.form.reasonHint', bounds)} rows={2} />
      <div>
        <Button look="secondary">{t('targets.form.save')}</Button>
      </div>
    </form>
  )
}
