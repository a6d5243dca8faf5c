import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

// Compiled code is kept between commands; this has to come before what it is to speed up.
const dataFolder = process.env.DATA_DIR || join(import.meta.dirname, '../../../.showrunner');
try {
  // Whoever makes the folder first decides who may look into it.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  enableCompileCache(join(dataFolder, 'compile-cache'));
} catch {
  // A folder that cannot be made is for the command to tell; it starts more slowly.
}

const { createProgram } = await import('./program.ts');
await createProgram().parseAsync(process.argv);
