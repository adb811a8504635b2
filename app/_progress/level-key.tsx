import { LevelName } from '@/app/_components/level-mark'
import { t } from '@/app/_lib/text'
import type { LevelId } from '@/lib/questionnaire/schema'

/** Which mark stands for which level, where several stand in one chart. */
export function LevelKey({ levels }: { levels: readonly { readonly id: LevelId; readonly short: string }[] }) {
  return (
    <ul className="dec-key" aria-label={t('result.key.label')}>
      {levels.map(({ id, short }) => (
        <li key={id} className="dec-key__level">
          <LevelName level={id} small>
            {short}
          </LevelName>
        </li>
      ))}
    </ul>
  )
}
