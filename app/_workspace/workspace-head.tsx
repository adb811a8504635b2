import { t } from '@/app/_lib/text'
import { workspacePage } from '@/app/_lib/next-page'
import type { Workspace } from '@/app/_lib/read-workspace'

/** The pages of a workspace, in the order of its navigation. */
export const workspaceSections = ['', 'verlauf', 'vergleich', 'ziele', 'massnahmen', 'mitglieder', 'einstellungen'] as const
export type WorkspaceSection = (typeof workspaceSections)[number]

interface WorkspaceHeadProps {
  workspace: Workspace
  /** Which of its pages this is; null for a page below one of them. */
  current: WorkspaceSection | null
}

/** Whose workspace this is, and the ways to its pages. Stands above each page's heading. */
export function WorkspaceHead({ workspace, current }: WorkspaceHeadProps) {
  const shown = workspaceSections.filter((section) => section !== 'einstellungen' || workspace.may('workspace.edit'))
  return (
    <div className="dec-workspace-head dec-no-print">
      <p className="kern-preline">
        {t('workspace.kicker', { name: workspace.name, role: t(`workspace.role.${workspace.role}`) })}
      </p>
      <nav aria-label={t('workspace.nav.label')}>
        <ul className="dec-tabs">
          {shown.map((section) => (
            <li key={section}>
              <a
                className="dec-tab"
                href={workspacePage(workspace.id, ...(section === '' ? [] : [section]))}
                aria-current={section === current ? 'page' : undefined}
              >
                {t(`workspace.nav.${section === '' ? 'rounds' : section}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
