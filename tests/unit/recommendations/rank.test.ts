import { describe, expect, test } from '@jest/globals'
import { explainRank } from '@/lib/recommendations/explain'
import type { RankedMeasure } from '@/lib/recommendations/types'
import { buildQuestionnaire, type FactorOutline } from '@/tests/factories/build-questionnaire'
import { allMarks, type Marks } from '@/tests/factories/build-sheet'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { oneLevel, rankMarks, singleMeasureFactor } from '@/tests/factories/rank-marks'

const instrument = buildQuestionnaire(instrumentOutline)
const ids = (ranked: readonly RankedMeasure[]) => ranked.map(({ measureId }) => measureId)

describe('worked example: Saarbrücker Allee (E2, E4)', () => {
  const challenges = ['konzentration', 'infrastruktur', 'nebeneinander']
  const ranked = rankMarks(
    instrument,
    {
      raeume: [0, 0],
      quartiermanagement: [0, 0],
      schnittstelle: [0, 0],
      aufsuchend: [0, 0],
      infrastruktur: [0, 0],
      'einbindung-dritter': [2, 2],
      rueckendeckung: [4, 4],
    },
    { challenges },
  )

  test('gives the products of the instrument, the foundation first among equals', () => {
    const firsts = ranked.filter((measure) => explainRank(ranked, measure).turn === 1)
    expect(firsts.map(({ factorId, priority }) => [factorId, priority?.product.valueOf()])).toEqual([
      ['raeume', 900],
      ['quartiermanagement', 675],
      ['schnittstelle', 450],
      ['aufsuchend', 450],
      ['infrastruktur', 450],
      ['einbindung-dritter', 100],
    ])
  })

  test('says what the products are made of', () => {
    expect(ranked[0]).toMatchObject({
      rank: 1,
      measureId: 'raeume-beginnen',
      subject: 'nord',
      priority: { target: 75, leverage: 3, relevance: 4, challenges: ['konzentration', 'infrastruktur'], provisional: false },
      triggeredBy: [{ range: { question: 'raeume-struktur', from: 0, below: 2 }, value: 0 }],
      unknowns: 0,
      liftedBy: [],
    })
    expect(ranked[0]!.priority!.gap.valueOf()).toBe(75)
  })

  test('recommends nothing for what is there', () => {
    expect(ranked.some(({ factorId }) => factorId === 'rueckendeckung')).toBe(false)
  })
})

describe('order (E3, E4)', () => {
  test('ties: foundation, then lower value, then id', () => {
    const questionnaire = oneLevel(
      [
        singleMeasureFactor('c'),
        singleMeasureFactor('b'),
        singleMeasureFactor('d'),
        singleMeasureFactor('f', { foundation: true }),
      ],
      [{ id: 'e', factors: ['d'] }],
    )
    // f: 25·2·2 = 100 as a met foundation; b, c: 25·2·2 = 100; d: 12.5·2·3 = 75
    const marks: Marks = { f: [2, 2], b: [2, 2], c: [2, 2], d: [2, 3] }
    expect(ids(rankMarks(questionnaire, marks, { challenges: ['e'] }))).toEqual(['m-f', 'm-b', 'm-c', 'm-d'])
  })

  test('equal P, lower value first, against the order of ids', () => {
    // a: 25·2·3 = 150 at 50; b: 37.5·2·2 = 150 at 37.5
    const questionnaire = oneLevel([singleMeasureFactor('a'), singleMeasureFactor('b')], [{ id: 'e', factors: ['a'] }])
    const ranked = rankMarks(questionnaire, { a: [2, 2], b: [2, 1] }, { challenges: ['e'] })
    expect(ranked.map(({ priority }) => priority!.product.valueOf())).toEqual([150, 150])
    expect(ids(ranked)).toEqual(['m-b', 'm-a'])
  })

  test('second measures stand after all firsts, however high their P', () => {
    const two = (id: string): FactorOutline => ({
      id,
      measures: [1, 2, 3].map((order) => ({
        id: `${id}-${order}`,
        order,
        trigger: { any: [{ question: `${id}-struktur`, from: 0, below: 3 }] },
      })),
    })
    const ranked = rankMarks(oneLevel([two('a'), two('b')]), { a: [0, 0], b: [2, 2] })
    expect(ids(ranked)).toEqual(['a-1', 'b-1', 'a-2', 'b-2', 'a-3', 'b-3'])
    expect(ranked.map((measure) => explainRank(ranked, measure).turn)).toEqual([1, 1, 2, 2, 3, 3])
  })

  test('the first triggered measure is the first, even if one before it is not triggered', () => {
    const ranked = rankMarks(instrument, { strategie: [3, 0], sozialraum: [1, 3] })
    expect(ids(ranked)).toEqual(
      ['strategie-ausbauen', 'sozialraum-beginnen'].toSorted((a, b) => ids(ranked).indexOf(a) - ids(ranked).indexOf(b)),
    )
    expect(ranked.every((measure) => explainRank(ranked, measure).turn === 1)).toBe(true)
  })
})

describe('prerequisites (E5)', () => {
  const chain = (prerequisites: Record<string, string[]>) =>
    oneLevel(
      ['a', 'b', 'c', 'd'].map((id) =>
        singleMeasureFactor(id, {}, { prerequisites: (prerequisites[id] ?? []).map((other) => `m-${other}`) }),
      ),
    )
  const marks: Marks = { a: [0, 0], b: [1, 0], c: [1, 1], d: [2, 2] }

  test.each<[string, Record<string, string[]>, string[]]>([
    ['none', {}, ['a', 'b', 'c', 'd']],
    ['directly before what needs it', { b: ['d'] }, ['a', 'd', 'b', 'c']],
    ['before the first of several that need it', { b: ['d'], c: ['d'] }, ['a', 'd', 'b', 'c']],
    ['two of them in their own order', { a: ['d', 'c'] }, ['c', 'd', 'a', 'b']],
    ['transitively', { a: ['c'], c: ['d'] }, ['d', 'c', 'a', 'b']],
    ['a prerequisite of both prerequisite and measure', { a: ['c', 'd'], c: ['d'] }, ['d', 'c', 'a', 'b']],
    ['standing earlier anyway it stays', { d: ['a'] }, ['a', 'b', 'c', 'd']],
  ])('%s', (_, prerequisites, order) => {
    expect(ids(rankMarks(chain(prerequisites), marks))).toEqual(order.map((id) => `m-${id}`))
  })

  test('says what it was lifted for, and only then', () => {
    const ranked = rankMarks(chain({ b: ['d'], c: ['d', 'a'] }), marks)
    expect(ranked.map(({ measureId, liftedBy }) => [measureId, liftedBy])).toEqual([
      ['m-a', []],
      ['m-d', ['m-b']],
      ['m-b', []],
      ['m-c', []],
    ])
    expect(explainRank(ranked, ranked[1]!)).toMatchObject({ because: 'prerequisite', liftedBy: ['m-b'] })
    expect(explainRank(ranked, ranked[0]!).because).toBe('priority')
  })

  test('a prerequisite that is met is not recommended', () => {
    expect(ids(rankMarks(chain({ b: ['d'] }), { ...marks, d: [4, 4] }))).toEqual(['m-a', 'm-b', 'm-c'])
  })
})

describe('all „Weiß nicht“ together (E6)', () => {
  const low = (ids_: string[]): Marks => Object.fromEntries(ids_.map((id) => [id, [0, 0]]))
  const many = ['raeume', 'quartiermanagement', 'schnittstelle', 'aufsuchend', 'infrastruktur', 'begegnung']

  test('no unknown, no measure', () => {
    expect(ids(rankMarks(instrument, low(many)))).not.toContain('ueberblick-schaffen')
  })

  test('one unknown gives one measure, fifth at the latest, though nothing else is known of its factor', () => {
    const ranked = rankMarks(instrument, { ...low(many), image: ['?', '?'] })
    expect(ranked[4]).toMatchObject({ measureId: 'ueberblick-schaffen', rank: 5, unknowns: 2, priority: null, triggeredBy: [] })
    expect(ids(ranked).filter((id) => id === 'ueberblick-schaffen')).toHaveLength(1)
    expect(explainRank(ranked, ranked[4]!)).toMatchObject({ because: 'unknowns', unknowns: 2, turn: 1 })
  })

  test('stands by the priority of its factor where that is earlier, and takes no turn of its factor', () => {
    const ranked = rankMarks(instrument, { ueberblick: [0, 0], strategie: [1, 1], image: ['?', '?'] })
    expect(ids(ranked)).toEqual([
      'ueberblick-erfassen',
      'ueberblick-schaffen',
      'strategie-beginnen',
      'ueberblick-nutzen',
      'strategie-ausbauen',
    ])
  })

  test('stands even if its factor is at its target', () => {
    const ranked = rankMarks(instrument, { ...low(many), ueberblick: [4, 4], image: ['?', 0] })
    expect(ranked[4]).toMatchObject({ measureId: 'ueberblick-schaffen', unknowns: 1 })
    expect(ranked[4]!.priority!.product.valueOf()).toBe(0)
  })

  test('alone it stands first', () => {
    expect(rankMarks(instrument, { image: ['?', '_'] }).map(({ measureId, rank: place }) => [measureId, place])).toEqual([
      ['ueberblick-schaffen', 1],
    ])
  })

  test('does not count what profile or mode leave out', () => {
    const marks: Marks = { landkreis: ['?', '?'], image: [4, '?'] }
    expect(rankMarks(instrument, marks, { profile: { status: 'kreisfrei' }, mode: 'schnell' })).toEqual([])
    expect(rankMarks(instrument, marks)[0]).toMatchObject({ unknowns: 3 })
  })

  test('does not come between a prerequisite and what it was lifted for', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'g'].map((id) =>
      singleMeasureFactor(id, {}, id === 'd' ? { prerequisites: ['m-g'] } : {}),
    )
    const collecting: FactorOutline = { id: 'u', measures: [{ id: 'm-u', trigger: { unknowns: true } }] }
    const questionnaire = oneLevel([...six, collecting])
    const marks: Marks = { a: [0, 0], b: [0, 0], c: [0, 0], d: [1, 0], e: [1, 1], g: [2, 2], u: ['?', '?'] }
    // Fifth would be between m-g and m-d.
    expect(ids(rankMarks(questionnaire, { ...marks, c: [4, 4] }))).toEqual(['m-a', 'm-b', 'm-g', 'm-d', 'm-u', 'm-e'])
    expect(ids(rankMarks(questionnaire, marks))).toEqual(['m-a', 'm-b', 'm-c', 'm-u', 'm-g', 'm-d', 'm-e'])
  })
})

describe('nothing answered', () => {
  test('nothing is recommended', () => {
    expect(rankMarks(instrument, {})).toEqual([])
    expect(rankMarks(instrument, allMarks(instrument, 4))).toEqual([])
  })
})
