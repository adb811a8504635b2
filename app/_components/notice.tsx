/** Says that something has happened. */
export function Notice({ children }: { children: React.ReactNode }) {
  return (
    <div className="dec-notice" role="status">
      <p className="kern-body">{children}</p>
    </div>
  )
}
