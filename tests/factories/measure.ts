import type { MeasureFields } from '@/lib/measures/schema'
import type { MeasureView } from '@/lib/measures/types'

export const measureFields = (given: Partial<MeasureFields> = {}): MeasureFields => ({
  title: 'Fester Ort im Nordviertel',
  factorId: 'treffpunkt',
  lead: 'Jugendamt',
  partners: '',
  dueOn: null,
  status: 'geplant',
  reason: '',
  resolvedOn: null,
  resolutionNumber: '',
  costClass: '',
  effort: '',
  note: '',
  ...given,
})

export const measureView = (given: Partial<MeasureView> = {}): MeasureView => ({
  ...measureFields(),
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  round: null,
  contentMeasureId: '',
  factorName: 'Treffpunkt',
  levelId: 'vor-ort',
  levelShort: 'Vor Ort',
  place: '',
  version: 1,
  overdue: false,
  createdAt: new Date('2026-11-23T12:00:00Z'),
  updatedAt: new Date('2026-11-23T12:00:00Z'),
  ...given,
})
