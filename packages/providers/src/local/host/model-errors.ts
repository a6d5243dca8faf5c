/** The model's process ended by itself; the next call starts another. */
export class ModelCrashError extends Error {
  constructor(how: string) {
    super(`the model's process ended unexpectedly (${how})`);
    this.name = 'ModelCrashError';
  }
}

/** The file is no model that can be loaded here. */
export class ModelLoadError extends Error {
  constructor(path: string, reason: string) {
    super(`${path} could not be loaded: ${reason}`);
    this.name = 'ModelLoadError';
  }
}
