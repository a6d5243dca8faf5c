/**
 * What each operation takes and gives, by its public name. Each kind adds its own lines (`declare module`), so that
 * `run('script', …)` is typed without one kind importing another.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- it is filled by the kinds
export interface OperationTypes {}

export type OperationName = keyof OperationTypes;
