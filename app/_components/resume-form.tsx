import { t } from '@/app/_lib/text'
import { Button } from './button'
import { TextField } from './text-field'

/** Opens an assessment with its code. */
export function ResumeForm({ value = '', error }: { value?: string; error?: string }) {
  return (
    <form className="dec-flow dec-column" method="post" action="/api/resume">
      <TextField
        name="code"
        label={t('handover.resume.label')}
        hint={t('handover.resume.hint')}
        value={value}
        error={error}
        code
      />
      <Button>{t('handover.resume.action')}</Button>
    </form>
  )
}
