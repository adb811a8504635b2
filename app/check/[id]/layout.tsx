import { RoundBar } from './round-bar'
import { readStoredCheck } from '@/app/_lib/read-check'

interface LayoutProps {
  children: React.ReactNode
  params: Promise<{ id: string }>
}

/** Above every page of a round: which one it is, and whether it can be changed. */
export default async function CheckLayout({ children, params }: LayoutProps) {
  const check = await readStoredCheck((await params).id)
  return (
    <>
      <RoundBar check={check} />
      {children}
    </>
  )
}
