/** What other people's texts in the memory of the server are to a test: words that may turn up nowhere else. */
import v8 from 'node:v8'
import vm from 'node:vm'

export const canary = 'KANARIENVOGEL-'

/** Leaves memory behind that was used for other things and is free again, in pieces of about this size. */
export function plantCanaries(bytes: number): void {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  let old: Buffer[] = []
  for (let n = 0; n < 200; n += 1) old.push(Buffer.alloc(bytes, canary), Buffer.from(canary.repeat(20)))
  old = []
  collect()
}
