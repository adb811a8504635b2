/** The German messages, one file per area of the product. */
import accounts from './accounts.json' with { type: 'json' }
import challenges from './challenges.json' with { type: 'json' }
import cli from './cli.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import handover from './handover.json' with { type: 'json' }
import help from './help.json' with { type: 'json' }
import legal from './legal.json' with { type: 'json' }
import measure from './measure.json' with { type: 'json' }
import migration from './migration.json' with { type: 'json' }
import overview from './overview.json' with { type: 'json' }
import page from './page.json' with { type: 'json' }
import place from './place.json' with { type: 'json' }
import plan from './plan.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import progress from './progress.json' with { type: 'json' }
import question from './question.json' with { type: 'json' }
import report from './report.json' with { type: 'json' }
import result from './result.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import rounds from './rounds.json' with { type: 'json' }
import since from './since.json' with { type: 'json' }
import start from './start.json' with { type: 'json' }
import targets from './targets.json' with { type: 'json' }
import workspace from './workspace.json' with { type: 'json' }

export const de = {
  accounts,
  challenges,
  cli,
  common,
  errors,
  handover,
  help,
  legal,
  measure,
  migration,
  overview,
  page,
  place,
  plan,
  profile,
  progress,
  question,
  report,
  result,
  review,
  rounds,
  since,
  start,
  targets,
  workspace,
}
