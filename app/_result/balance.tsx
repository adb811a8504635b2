import { BalanceChart } from '@/app/_charts/balance-chart'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { BalanceView } from '@/lib/report/balance-types'
import { DataTable } from './data-table'
import { ExplanationBody } from './explanation'

/** How the three levels stand to each other (R4). One level alone makes no picture. */
export function Balance({ balance }: { balance: BalanceView }) {
  const drawn = balance.marks.filter(({ stage }) => stage !== null).length > 1
  return (
    <>
      <p className="kern-body dec-text">{balance.sentence}</p>
      {drawn && <BalanceChart balance={balance} />}
      <div className="dec-tight dec-space-2">
        <More summary={balance.explanation.title}>
          <ExplanationBody explanation={balance.explanation} />
        </More>
        {drawn && (
          <More summary={t('result.table.summary')} small>
            <DataTable
              caption={t('result.balance.heading')}
              head={[t('result.table.level'), t('result.table.stage')]}
              rows={balance.marks.map(({ short, stageText }) => [short, stageText])}
            />
          </More>
        )}
      </div>
    </>
  )
}
