// Will not end for SIGTERM nor for a closed stdin, and neither will its child.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

process.on('SIGTERM', () => console.log('SIGTERM ignored'));
const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], {
  stdio: 'ignore',
});
createServer((_, response) => response.end(String(child.pid))).listen(Number(process.env.PORT), '127.0.0.1');
