import type { Translate } from '../../../i18n/translate'
import type { SinceView } from '../../since-types'
import type { ReportViewModel } from '../../types'

/** What every section of the report is given. */
export interface SectionProps {
  readonly view: ReportViewModel
  readonly t: Translate
}

/** What the parts of the chapter on the change since the last time are given. */
export interface SinceProps {
  readonly since: SinceView
  readonly t: Translate
}

/** Places the table of contents and the links point at. */
export const anchors = {
  summary: 'zusammenfassung',
  contents: 'inhalt',
  situation: 'ausgangslage',
  strategies: 'strategien',
  governance: 'governance',
  strengths: 'staerken',
  gaps: 'naechstes',
  unknowns: 'offen',
  profile: 'profil',
  balance: 'gleichgewicht',
  matrix: 'erfolgsfaktoren',
  since: 'seit-dem-letzten-mal',
  moved: 'was-sich-bewegt-hat',
  plan: 'was-aus-den-massnahmen-wurde',
  priorities: 'neue-schwerpunkte',
  conclusions: 'schlussfolgerungen',
  firstMeasures: 'erste-schritte',
  otherMeasures: 'weitere-massnahmen',
  method: 'methode',
  values: 'werte',
  answers: 'antworten',
  sources: 'quellen',
} as const

/** Anchor of a measure, so that the summary's table and decisions lead to it. */
export const measureAnchor = (id: string): string => `massnahme-${id}`
/** Anchor of a level in the annex of answers. */
export const answersAnchor = (levelId: string): string => `antworten-${levelId}`
