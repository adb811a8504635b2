export async function benchPdf(): Promise<void> {}
