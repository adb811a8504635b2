/** Times as people in Germany read them, whatever the server's clock is set to. */
export { germanDate, germanTime } from '@/lib/report/format'
