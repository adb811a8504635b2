/** What a chart over rounds calls them. */

const longestName = 11

const shortened = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name)

/**
 * Gives the names as a chart shows them: a column is narrow, so the words with which all of them begin are left out
 * („Durchgang 2026“ is „2026“ beside „Durchgang 2024“), and what is still long is cut. The full names stand in the table of the chart.
 */
export function namesInChart(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(' '))
  const fewest = Math.min(...words.map(({ length }) => length)) - 1
  let common = 0
  while (names.length > 1 && common < fewest && words.every((own) => own[common] === words[0]![common])) common += 1
  return words.map((own) => shortened(own.slice(common).join(' ')))
}

/** Room that the longest of the names needs, in the letters of these charts. */
export function nameWidthOf(names: readonly string[]): number {
  return Math.max(...namesInChart(names).map(({ length }) => length), 1) * 9 + 10
}
