/** The German messages, one file per area of the product. */
import challenges from './challenges.json'
import cli from './cli.json'
import common from './common.json'
import errors from './errors.json'
import handover from './handover.json'
import legal from './legal.json'
import measure from './measure.json'
import overview from './overview.json'
import place from './place.json'
import profile from './profile.json'
import question from './question.json'
import questionnaire from './questionnaire.json'
import report from './report.json'
import result from './result.json'
import review from './review.json'
import start from './start.json'

export const de = {
  challenges,
  cli,
  common,
  errors,
  handover,
  legal,
  measure,
  overview,
  place,
  profile,
  question,
  questionnaire,
  report,
  result,
  review,
  start,
}
