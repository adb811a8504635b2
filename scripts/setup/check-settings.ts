/** Run by `npm start` and `npm run demo` before anything is built or served: ends with status 1 if a setting cannot be used. */
import { requireSettings } from '@/lib/require-settings'

requireSettings()
