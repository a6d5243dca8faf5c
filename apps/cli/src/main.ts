import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

// Compiled code is kept between commands; this has to come before what it is to speed up.
enableCompileCache(join(process.env['DATA_DIR'] || join(import.meta.dirname, '../../../.showrunner'), 'compile-cache'));

const { createProgram } = await import('./program.ts');
await createProgram().parseAsync(process.argv);
