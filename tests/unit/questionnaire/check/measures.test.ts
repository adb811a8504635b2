import { describe, expect, test } from '@jest/globals'
import { checkContent } from '@/lib/questionnaire/check/check-content'
import { edited, findings, smallContent, version, without } from '@/tests/factories/broken-content'

const files = smallContent
const begin = 'measures/mithilfe-beginnen.yml'
const extend = 'measures/mithilfe-ausbauen.yml'

describe('measures (E1)', () => {
  test('that no answers can trigger', () => {
    expect(findings(edited(files, begin, 'below: 3', 'from: 3, below: 3'))).toContain(
      `${begin}:6 never-triggered mithilfe-beginnen`,
    )
  })

  test('one range of several may be empty', () => {
    expect(findings(edited(files, extend, 'from: 3, below: 4', 'from: 3, below: 2'))).not.toContain(
      `${extend}:6 never-triggered mithilfe-ausbauen`,
    )
  })

  test('fewer than two for a factor', () => {
    expect(findings(without(files, begin))).toContain('factors/mithilfe.yml:1 too-few-measures mithilfe')
    expect(findings(without(files, extend))).toContain('factors/mithilfe.yml:1 too-few-measures mithilfe')
  })

  test('answers under 75 without any, each pair by name', () => {
    const gap = edited(
      edited(files, begin, 'below: 3', 'below: 2'),
      extend,
      '{ question: mithilfe-praxis, below: 4 }',
      '{ question: mithilfe-praxis, below: 2 }',
    )
    const [finding, ...others] = checkContent(version(gap))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ file: 'factors/mithilfe.yml', line: 1, code: 'untreated-answers' })
    // Structure 2 or practice 2 and 3: alone or where the other one does not trigger; 3/… triggers by itself, 4/2 is 75.
    expect(finding!.values['answers']).toBe('–/2, 2/–, 2/2, 2/3')
  })

  test('a broken measure file does not make its factor look untreated', () => {
    expect(findings(edited(files, begin, 'evidence: querschau', 'evidence: hoerensagen'))).toEqual([`${begin}:11 shape evidence`])
  })
})
