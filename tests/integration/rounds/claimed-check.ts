/** A workspace with its people, and a check that was begun without an account and may be taken over. */
import { beforeEach } from '@jest/globals'
import { byKey, type Actor } from '@/lib/accounts/actor'
import { saveAnswers, savePlace } from '@/lib/assessments/service'
import { claimAssessment } from '@/lib/rounds/service'
import { firstWorkspace, join } from '../accounts/people'
import { begin, now } from '../setup/installation'

export const naming = { name: '2026', periodFrom: '2026-01-01', periodTo: '2026-12-31' }

export interface Scene {
  workspaceId: string
  /** Coordinates; signed in in the browser in which the check was begun. */
  erika: Actor & { userId: string }
  /** Contributes. */
  otto: Actor & { userId: string }
  /** Reads. */
  ida: Actor & { userId: string }
  id: string
  key: string
  save: (actor: Actor, choice: string, version: number, question?: string) => ReturnType<typeof saveAnswers>
  claim: () => Promise<void>
}

/** Call once after `useInstallation`. Each test finds the scene new; one question is answered with 3. */
export function useScene(): Scene {
  const scene = {} as Scene
  beforeEach(async () => {
    const { workspaceId, koordination, userId } = await firstWorkspace()
    const otto = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
    const ida = await join(workspaceId, koordination, 'Ida', 'lesen')
    const { id, key } = await begin()
    const erika = { userId, key }
    const save: Scene['save'] = (actor, choice, version, question = 'rueckhalt-struktur') => {
      const answer = { choice, comment: 'Protokoll 3/26', clarifyWith: '', version }
      return saveAnswers(actor, id, { formId: `form-${choice}-${version}`, answers: { [question]: answer } }, now)
    }
    const claim = () => claimAssessment(erika, id, workspaceId, naming, now)
    Object.assign(scene, { workspaceId, otto, ida, id, key, erika, save, claim } satisfies Scene)
    await savePlace(byKey(key), id, 'Nord', now)
    await save(byKey(key), '3', 0)
  })
  return scene
}
