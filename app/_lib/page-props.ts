type Search = Promise<Record<string, string | string[] | undefined>>

/** What Next gives a page under `/check/[id]`. */
export interface CheckPageProps<Extra extends Record<string, string> = Record<never, string>> {
  params: Promise<{ id: string } & Extra>
  searchParams: Search
}

export interface PageProps {
  searchParams: Search
}

/** What Next gives a page under `/arbeitsbereich/[workspaceId]`. */
export interface WorkspacePageProps<Extra extends Record<string, string> = Record<never, string>> {
  params: Promise<{ workspaceId: string } & Extra>
  searchParams: Search
}

/** One value of the query, the first if it is repeated. */
export function queryValue(search: Awaited<Search>, name: string): string {
  const value = search[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
