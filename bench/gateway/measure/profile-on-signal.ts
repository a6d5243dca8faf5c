// Loaded into a measured process (`--import`): profiles it from one SIGUSR2 to the next, so that neither its start nor
// its warm-up is in the profile, and writes what V8 saw to the folder that PROFILE_FOLDER names.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

const folder = process.env.PROFILE_FOLDER ?? '.';
const session = new Session();
session.connect();
await session.post('Profiler.enable');
let isRunning = false;

process.on('SIGUSR2', () => {
  isRunning = !isRunning;
  void (isRunning ? session.post('Profiler.start') : keep());
});

async function keep(): Promise<void> {
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(join(folder, `${process.pid}.cpuprofile`), JSON.stringify(profile));
}
