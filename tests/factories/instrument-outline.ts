/** The instrument's 23 factors with their foundations and subjects, without its texts. */
import type { FactorOutline, QuestionnaireOutline } from './build-questionnaire'

const quartier = (id: string, more: Partial<FactorOutline> = {}): FactorOutline => ({ id, subject: 'quartier', ...more })

export const instrumentOutline: QuestionnaireOutline = {
  levels: {
    verwaltung: [
      { id: 'rueckendeckung', foundation: true },
      { id: 'ressortuebergreifend' },
      { id: 'zustaendigkeit', foundation: true },
      { id: 'strategie' },
      { id: 'sozialraum' },
      {
        id: 'ueberblick',
        measures: [
          { id: 'ueberblick-erfassen', trigger: { any: [{ question: 'ueberblick-struktur', from: 0, below: 2 }] } },
          { id: 'ueberblick-nutzen', trigger: { any: [{ question: 'ueberblick-praxis', from: 0, below: 3 }] } },
          { id: 'ueberblick-schaffen', trigger: { unknowns: true } },
        ],
      },
      { id: 'landkreis', appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: 'Es gibt keinen Landkreis.' } },
      { id: 'ressourcen' },
    ],
    intermediaer: [
      quartier('schnittstelle', { foundation: true }),
      quartier('dialogformate'),
      { id: 'einbindung-dritter', mayNotApply: true },
      quartier('transparenz'),
      quartier('umsetzung'),
      { id: 'stadtdialog', mayNotApply: true },
      { id: 'netzwerke' },
    ],
    'vor-ort': [
      quartier('raeume', { foundation: true }),
      quartier('quartiermanagement', { foundation: true, capAlternatives: ['aufsuchend'] }),
      quartier('aufsuchend'),
      quartier('beteiligung'),
      quartier('vernetzung'),
      quartier('infrastruktur'),
      quartier('begegnung'),
      quartier('image'),
    ],
  },
  challenges: [
    { id: 'konzentration', factors: ['raeume', 'quartiermanagement', 'aufsuchend', 'sozialraum'] },
    { id: 'infrastruktur', factors: ['infrastruktur', 'raeume', 'ressourcen'] },
    { id: 'nebeneinander', factors: ['begegnung', 'vernetzung', 'stadtdialog'] },
  ],
}
