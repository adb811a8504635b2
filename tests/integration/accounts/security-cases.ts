/** Every action that the operator is told of, with the lines it writes. */
import { POST as deleteAccount } from '@/app/api/account/delete/route'
import { POST as changePassword } from '@/app/api/account/password/route'
import { POST as endSessions } from '@/app/api/account/sessions/route'
import { GET as exportState } from '@/app/api/assessments/[id]/state/route'
import { GET as exportClosed } from '@/app/api/assessments/[id]/export/route'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { POST as deleteRound } from '@/app/api/assessments/[id]/delete/route'
import { POST as joinWorkspace } from '@/app/api/invitation/route'
import { POST as resetPassword } from '@/app/api/password/route'
import { POST as resume } from '@/app/api/resume/route'
import { POST as signOut } from '@/app/api/session/end/route'
import { POST as signIn } from '@/app/api/session/route'
import { POST as setUp } from '@/app/api/set-up/route'
import { POST as claim } from '@/app/api/workspaces/[workspaceId]/claim/route'
import { POST as invitations } from '@/app/api/workspaces/[workspaceId]/invitations/route'
import { POST as members } from '@/app/api/workspaces/[workspaceId]/members/route'
import { acceptInvitation, invite, issueSetUpCode } from '@/lib/accounts/invitation-service'
import { accountLimits } from '@/lib/accounts/limits'
import { deleteWorkspace, exportWorkspace, inviteCoordinator } from '@/lib/accounts/operator-service'
import { beginLogin, beginOwnPassword } from '@/lib/accounts/password-attempts'
import { issueResetCode } from '@/lib/accounts/reset-service'
import { newPrintedCode } from '@/lib/printed-code'
import { password } from './people'
import { erika, fresh, lines, scene, wrong } from './security-scene'

const twice = { password: fresh, 'password-again': fresh }

const person = (name: string, given = password) => ({
  name,
  email: `${name.toLowerCase()}@musterstadt.de`,
  password: given,
  'password-again': given,
})
const at = <Params>(route: (request: Request, context: { params: Promise<Params> }) => Promise<Response>, params: Params) =>
  ((request: Request) => route(request, { params: Promise.resolve(params) })) as never
const invited = (role: 'lesen' | 'mitarbeit') =>
  invite({ key: null, userId: scene.erika }, scene.workspace, { role, label: 'Frau Vertraulich' }, new Date())
const workspace = () => ({ workspaceId: scene.workspace })
/** What comes before the action, e.g. a code that it needs. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const result = await work()
  lines.length = 0
  return result
}

interface Case {
  readonly does: () => Promise<unknown>
  /** The lines without their time; of each an event and its fields. */
  readonly tells: () => readonly string[]
}
const told = (event: string, fields: Readonly<Record<string, string>> = {}) =>
  [event, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(' ')
const ofErika = (more: Readonly<Record<string, string>> = {}) => ({ person: scene.erika, ...more })
const here = () => ({ workspace: scene.workspace })

export const cases: Readonly<Record<string, Case>> = {
  'signing in in a new browser': {
    does: () => scene.stranger.tries(password),
    tells: () => [told('login', ofErika({ what: 'new-browser' }))],
  },
  'signing in in a known one': {
    does: () => scene.own.tries(password),
    tells: () => [told('login', ofErika({ what: 'known-browser' }))],
  },
  'a wrong password': {
    does: () => scene.stranger.tries(wrong),
    tells: () => ['login-wrong account=<hash> address=192.0.2.3'],
  },
  'an address without an account': {
    does: () => scene.stranger.tries(wrong, 'niemand@musterstadt.de'),
    tells: () => ['login-wrong account=<hash> address=192.0.2.3'],
  },
  'an attempt within a wait': {
    does: () => {
      for (let n = 0; n < accountLimits.atAccountFromAddress.free; n += 1) {
        beginLogin({ account: erika, address: '192.0.2.3', mark: null })
      }
      return scene.stranger.tries(password)
    },
    tells: () => ['login-slowed account=<hash> address=192.0.2.3 what=wrong'],
  },
  'signing out': { does: () => scene.own.send(signOut, {}), tells: () => [told('logout', ofErika())] },
  'signing out with a cookie of no worth': {
    does: () => {
      scene.stranger.jar.set('dec-session', 'erfunden.erfunden')
      return scene.stranger.send(signOut, {})
    },
    tells: () => [],
  },
  'ending all other sessions': {
    does: () => scene.own.send(endSessions, {}),
    tells: () => [told('session-ended', ofErika({ what: 'others' }))],
  },
  'a new password': {
    does: () => scene.own.send(changePassword, { 'current-password': password, ...twice }),
    tells: () => [told('password-changed', ofErika())],
  },
  'a wrong own password': {
    does: () => scene.own.send(changePassword, { 'current-password': wrong, ...twice }),
    tells: () => [told('password-wrong', ofErika())],
  },
  'an own password within a wait': {
    does: () => {
      for (let n = 0; n < accountLimits.atAccountFromAddress.free; n += 1) beginOwnPassword(scene.erika, 'password')
      return scene.own.send(deleteAccount, { password })
    },
    tells: () => [told('password-slowed', ofErika({ what: 'wrong' }))],
  },
  'a code for a new password': {
    does: () => issueResetCode(erika, new Date()),
    tells: () => [told('reset-issued', { about: scene.erika })],
  },
  'redeeming it': {
    does: async () => {
      const code = await quietly(() => issueResetCode(erika, new Date()))
      return await scene.stranger.send(resetPassword, { code: code!, ...twice })
    },
    tells: () => [told('reset-redeemed', ofErika())],
  },
  'a link for setting up': {
    does: () => issueSetUpCode(new Date(), { further: true }),
    tells: () => ['set-up-issued'],
  },
  'setting up': {
    does: async () => {
      const code = await quietly(() => issueSetUpCode(new Date(), { further: true }))
      return await scene.stranger.send(setUp, { code: code!, kommune: 'Zweitstadt', ...person('Otto') })
    },
    tells: () => ['set-up-redeemed person=<id> workspace=<id>', 'login person=<id> what=after-code'],
  },
  'an invitation': {
    does: () => scene.own.send(at(invitations, workspace()), { role: 'lesen', label: 'Frau Vertraulich' }),
    tells: () => [told('invitation-made', ofErika({ ...here(), what: 'lesen' }))],
  },
  'an invitation by the operator': {
    does: () => inviteCoordinator(scene.workspace, 'Frau Vertraulich', new Date()),
    tells: () => [told('invitation-made', { ...here(), what: 'koordination' })],
  },
  'revoking it': {
    does: async () => {
      const { id } = await quietly(() => invited('lesen'))
      return await scene.own.send(at(invitations, workspace()), { revoke: id })
    },
    tells: () => [told('invitation-revoked', ofErika(here()))],
  },
  'redeeming it with a new account': {
    does: async () => {
      const { code } = await quietly(() => invited('mitarbeit'))
      return await scene.stranger.send(joinWorkspace, { code, ...person('Otto') })
    },
    tells: () => [
      `invitation-redeemed person=<id> workspace=${scene.workspace} what=mitarbeit`,
      'login person=<id> what=after-code',
    ],
  },
  'redeeming it with an account': {
    does: async () => {
      const { code } = await quietly(() => invited('mitarbeit'))
      return await scene.reader.send(joinWorkspace, { code })
    },
    tells: () => [told('invitation-redeemed', { person: scene.ida, ...here(), what: 'mitarbeit' })],
  },
  'redeeming one that gives nothing': {
    does: async () => {
      const { code } = await quietly(() => invited('lesen'))
      return await acceptInvitation(code, { key: null, userId: scene.erika }, new Date())
    },
    tells: () => [],
  },
  'another role': {
    does: () => scene.own.send(at(members, workspace()), { action: 'role', member: scene.ida, role: 'mitarbeit' }),
    tells: () => [told('role-changed', ofErika({ about: scene.ida, ...here(), what: 'mitarbeit' }))],
  },
  'removing a member': {
    does: () => scene.own.send(at(members, workspace()), { action: 'remove', member: scene.ida, confirm: 'ja' }),
    tells: () => [told('member-removed', ofErika({ about: scene.ida, ...here() }))],
  },
  leaving: {
    does: () => scene.reader.send(at(members, workspace()), { action: 'leave', confirm: 'ja' }),
    tells: () => [told('member-left', { person: scene.ida, ...here() })],
  },
  'deleting an account': {
    does: () => scene.reader.send(deleteAccount, { password }),
    tells: () => [told('account-deleted', { person: scene.ida })],
  },
  'exporting a workspace': {
    does: () => exportWorkspace(scene.workspace),
    tells: () => [told('workspace-exported', here())],
  },
  'deleting a workspace': {
    does: () => deleteWorkspace(scene.workspace, 'Musterstadt'),
    tells: () => [told('workspace-deleted', here())],
  },
  'taking a check over': {
    does: () =>
      scene.own.send(at(claim, workspace()), {
        check: scene.check,
        name: 'Runde 2',
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
      }),
    tells: () => [told('check-claimed', ofErika(here()))],
  },
  'the answers of a closed round': {
    does: () => scene.reader.get(at(exportClosed, { id: scene.closed }), 'datei=json'),
    tells: () => [told('round-exported', { person: scene.ida, ...here(), what: 'answers' })],
  },
  'the state of a round': {
    does: () => scene.reader.get(at(exportState, { id: scene.closed })),
    tells: () => [told('round-exported', { person: scene.ida, ...here(), what: 'state' })],
  },
  'deleting a round': {
    does: () => scene.own.send(at(deleteRound, { id: scene.closed }), { confirm: 'ja' }),
    tells: () => [told('round-deleted', ofErika(here()))],
  },
  'what the role does not include': {
    does: () => scene.reader.send(at(members, workspace()), { action: 'remove', member: scene.erika, confirm: 'ja' }),
    tells: () => [told('forbidden', { person: scene.ida, ...here(), what: 'member.manage' })],
  },
  'answering as a reader': {
    does: () =>
      scene.reader.send(
        at(answers, { id: scene.closed }),
        { factor: 'vermittlung', formId: 'form', 'q.vermittlung-struktur.choice': '2', 'q.vermittlung-struktur.version': '0' },
        'text/html',
      ),
    tells: () => [told('forbidden', { person: scene.ida, ...here(), what: 'round.answer' })],
  },
  'a form that another site caused': {
    does: () => scene.stranger.send(signIn, { email: erika, password }, 'application/json', 'https://fremd.example'),
    tells: () => ['wrong-origin address=192.0.2.3'],
  },
  'a code that does not exist': {
    does: () => scene.stranger.send(resume, { code: newPrintedCode('resume') }),
    tells: () => ['code-wrong address=192.0.2.3'],
  },
  'a code with a slip': { does: () => scene.stranger.send(resume, { code: 'ABCD' }), tells: () => [] },
  'an invitation that does not exist': {
    does: () => scene.stranger.send(joinWorkspace, { code: newPrintedCode('invitation'), ...person('Otto') }),
    tells: () => ['code-wrong address=192.0.2.3'],
  },
  'a failure of what is no attack': {
    does: () => scene.own.send(changePassword, { 'current-password': password, password: 'kurz', 'password-again': 'kurz' }),
    tells: () => [],
  },
}
