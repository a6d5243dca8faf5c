/** The model's runtime could not be installed; the message says why and what to do. */
export class RuntimeInstallError extends Error {
  constructor(problem: string, fix: string) {
    super(`The local model's runtime could not be installed: ${problem}. ${fix}`);
    this.name = 'RuntimeInstallError';
  }
}
