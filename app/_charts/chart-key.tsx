import { t } from '@/app/_lib/text'
import { legendStates, legendSwatch } from '@/lib/charts/legend-swatch'
import type { Ladder, RungState } from '@/lib/report/types'
import { Shapes } from './drawing'

/** What filling, hatch and dash mean; only what occurs in these ladders. */
export function ChartKey({ ladders, without = [] }: { ladders: readonly Ladder[]; without?: readonly RungState[] }) {
  const used = new Set(ladders.flatMap(({ rungs }) => rungs))
  return (
    <ul className="dec-key" aria-label={t('result.key.label')}>
      {legendStates
        .filter((state) => used.has(state) && !without.includes(state))
        .map((state) => (
          <li key={state}>
            <svg aria-hidden="true" focusable="false" width="32" height="16" viewBox="0 0 32 16">
              <Shapes drawing={legendSwatch(state, 32, 16)} />
            </svg>
            {t(`result.key.${state}`)}
          </li>
        ))}
    </ul>
  )
}
