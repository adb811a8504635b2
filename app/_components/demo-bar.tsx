/** Above everything else on every page of a demonstration, also on paper. */
export function DemoBar({ text }: { text: string }) {
  return (
    <div className="dec-demo">
      <div className="dec-wrap">
        <p>{text}</p>
      </div>
    </div>
  )
}
