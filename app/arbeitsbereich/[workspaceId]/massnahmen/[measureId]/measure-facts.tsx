import { fieldLabels, fieldText } from '@/app/_plan/field-text'
import { fieldNames } from '@/lib/measures/schema'
import type { MeasureView } from '@/lib/measures/types'

/** What is known of a measure, for those who read only. The title stands above. */
export function MeasureFacts({ measure }: { measure: MeasureView }) {
  const known = fieldNames.filter((field) => field !== 'title' && fieldText(field, measure) !== '')
  return (
    <dl className="dec-pairs dec-pairs--lines dec-space-3">
      {known.map((field) => (
        <div key={field}>
          <dt>{fieldLabels[field]}</dt>
          <dd className="dec-pre-line">{field === 'factorId' ? measure.factorName : fieldText(field, measure)}</dd>
        </div>
      ))}
    </dl>
  )
}
