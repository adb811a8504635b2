import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { commandLineSchemas } from '@/lib/report/json-schemas'

describe('the committed JSON Schemas', () => {
  test.each(commandLineSchemas().map(({ file, text }) => [file, text]))(
    '%s is what the code describes (npm run write-schemas renews it)',
    (file, text) => {
      expect(readFileSync(`questionnaires/${file}`, 'utf8')).toBe(text)
    },
  )
})
