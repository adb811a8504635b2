import type { SignIn } from './build-demo'

export function isDemoFolder(folder: string): boolean
export function demoFolderState(folder: string): 'empty' | 'complete' | 'unfinished' | 'foreign'
export function beginDemoFolder(folder: string): void
export function markComplete(folder: string, people: readonly SignIn[]): void
export function demoPeople(folder: string): readonly SignIn[]
