import { warning, type Check, type Finding } from '../check.ts';

const MOVE = 'move the checkout into your home folder';

export const checkoutPlace: Check = {
  id: 'files.place',
  title: 'the checkout lies where programs and containers can work in it',
  run({ root, machine: { platform, kernel } }) {
    const findings: Finding[] = [];
    if (/microsoft/i.test(kernel) && /^\/mnt\/[a-z]\//.test(root)) {
      findings.push(
        warning('The checkout lies on a Windows disk, which WSL reads slowly and without modes', MOVE, root),
      );
    }
    if (/[/\\](OneDrive|Dropbox|iCloud|CloudStorage|Google Drive)\b/i.test(root)) {
      findings.push(warning('A program copies this folder to a cloud: databases break, secrets travel', MOVE, root));
    }
    if (platform !== 'win32' && root.includes(':')) {
      findings.push(warning('The path has a colon, which no PATH and no container mount can hold', MOVE, root));
    }
    return findings;
  },
};
