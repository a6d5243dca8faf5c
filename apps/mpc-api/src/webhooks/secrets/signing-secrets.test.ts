import { Secret } from '@showrunner/service';
import { requireTool } from '@showrunner/testkit';
import { describe, expect, it, test } from 'vitest';
import { faultOfSigningSecret, makeSigningSecret } from '../../environment/signing-secret.ts';
import { openTables, postgresPlace, sqlitePlace, type Place } from '../testing/open-tables.ts';
import { SigningSecrets } from './signing-secrets.ts';

describe('secrets in SQLite', () => {
  secretsConformance(sqlitePlace);
});

describe('secrets in Postgres', requireTool('postgres'), () => {
  secretsConformance(postgresPlace);
});

const DAY_MS = 86_400_000;

function secretsConformance(newPlace: () => Promise<Place>): void {
  it('are made when they are first needed, once for each workspace, whoever asks', async () => {
    const place = await newPlace();
    const [one, other] = [
      new SigningSecrets(await openTables(place), undefined),
      new SigningSecrets(await openTables(place), undefined),
    ];
    const asked = await Promise.all([one.signing('a'), one.show('a'), one.signing('a')]);
    const [secret = ''] = asked[0];
    expect(faultOfSigningSecret(secret)).toBeUndefined();
    expect(asked).toMatchObject([[secret], { secret, also_signing: [] }, [secret]]);
    expect(await other.signing('a')).toEqual([secret]);
    expect(await other.signing('b')).not.toEqual([secret]);
  });

  it('sign for a day beside the one that takes their place, at most three together', async () => {
    const tables = await openTables(await newPlace());
    const secrets = new SigningSecrets(tables, undefined);
    const { secret: first } = await secrets.show('a');
    const { secret: second, also_signing: beside } = await secrets.rotate('a');
    expect(await secrets.signing('a')).toEqual([second, first]);
    const untilMs = Date.parse(beside[0]?.signs_until ?? '') - Date.now();
    expect(untilMs).toBeGreaterThan(DAY_MS - 10_000);
    expect(untilMs).toBeLessThanOrEqual(DAY_MS);

    const { secret: third } = await secrets.rotate('a');
    expect(await secrets.signing('a')).toEqual([third, second, first]);
    const { secret: fourth } = await secrets.rotate('a');
    expect(await secrets.signing('a')).toEqual([fourth, third, second]);

    const past = new Date(Date.now() - 1_000).toISOString();
    await tables.read((query) =>
      query.updateTable('webhook_secrets').set({ signs_until: past }).where('signs_until', 'is not', null).execute(),
    );
    expect(await secrets.signing('a')).toEqual([fourth]);
    expect(await secrets.show('a')).toMatchObject({ secret: fourth, also_signing: [] });
  });

  it('are rotated one after the other when that is asked for at once', async () => {
    const secrets = new SigningSecrets(await openTables(await newPlace()), undefined);
    const rotated = await Promise.all([secrets.rotate('new'), secrets.rotate('new')]);
    const signing = await secrets.signing('new');
    expect(signing).toHaveLength(3);
    expect(signing).toEqual(expect.arrayContaining(rotated.map(({ secret }) => secret)));
  });

  it('of the default workspace may be given, and are then not rotated here', async () => {
    const given = makeSigningSecret();
    const secrets = new SigningSecrets(await openTables(await newPlace()), new Secret(given));
    expect(await secrets.signing('default')).toEqual([given]);
    expect(await secrets.show('default')).toEqual({ secret: given, created_at: null, also_signing: [] });
    await expect(secrets.rotate('default')).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringMatching(/WEBHOOK_SECRET.*set another one there and restart/),
      details: { reason: 'conflict' },
    });
    expect(await secrets.signing('other')).not.toEqual([given]);
    await secrets.rotate('other');
  });
}

test.each([
  ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'begins with whsec_'],
  ['whsec_not base64 at all!', 'is not base64'],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS', 'is not base64'],
  ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n', 'is not base64'],
  [`whsec_${Buffer.alloc(33, 0xfb).toString('base64url')}`, 'is not base64'],
  ['whsec_', '24 to 64 bytes in base64 are needed, and it holds 0'],
  [`whsec_${Buffer.alloc(8, 1).toString('base64')}`, 'it holds 8'],
  [`whsec_${Buffer.alloc(65, 1).toString('base64')}`, 'it holds 65'],
])('%j is no secret', (text, fault) => {
  expect(faultOfSigningSecret(text)).toContain(fault);
});

test.each([24, 25, 32, 64])('%i bytes are one', (bytes) => {
  expect(faultOfSigningSecret(`whsec_${Buffer.alloc(bytes, 0xfb).toString('base64')}`)).toBeUndefined();
});
