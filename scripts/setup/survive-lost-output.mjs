/**
 * Whoever reads the output of a server may go: a terminal is closed, a log service restarts. Node then reports each line that
 * cannot be written as an error that nobody has caught, and Next answers that by writing a line, which cannot be written: without
 * this the process is busy with itself for good and answers nobody.
 */
export function surviveLostOutput() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
