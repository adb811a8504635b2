/** Reads `.env` if there is one and gives the settings the start needs. The environment wins over the file. */
export function settings(): { host: string; port: number; appUrl: string; dataDir: string }
