import { describe, expect, test } from '@jest/globals'
import { questionnaireJsonSchema } from '@/lib/questionnaire/json-schema'

const schema = JSON.parse(questionnaireJsonSchema()) as {
  $defs: Record<string, { type: string; required: string[]; additionalProperties: boolean; properties: Record<string, object> }>
}

describe('questionnaireJsonSchema', () => {
  test('has a part for every kind of file, by the names content files point to', () => {
    expect(Object.keys(schema.$defs)).toEqual([
      'questionnaire',
      'factor',
      'measure',
      'challenges',
      'glossary',
      'profile',
      'migration',
    ])
  })

  test('asks for what has no default and refuses unknown keys', () => {
    const { factor } = schema.$defs
    expect(factor!.required).toEqual(expect.arrayContaining(['id', 'chapters', 'questions', 'statements']))
    expect(factor!.required).not.toEqual(expect.arrayContaining(['foundation']))
    expect(factor!.additionalProperties).toBe(false)
    expect(schema.$defs['measure']!.required).not.toEqual(expect.arrayContaining(['prerequisites']))
  })

  test('is the same text each time', () => {
    expect(questionnaireJsonSchema()).toBe(questionnaireJsonSchema())
    expect(questionnaireJsonSchema().endsWith('}\n')).toBe(true)
  })
})
