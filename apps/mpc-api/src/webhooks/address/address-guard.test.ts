import { describe, expect, it, test } from 'vitest';
import { mpcApiEnvironment } from '../../environment.ts';
import { AddressGuard } from './address-guard.ts';

const closed = guardWith('');

function guardWith(WEBHOOK_ALLOWED_NETWORKS: string): AddressGuard {
  return new AddressGuard(mpcApiEnvironment.read({ WEBHOOK_ALLOWED_NETWORKS }).WEBHOOK_ALLOWED_NETWORKS ?? []);
}

function reasonOf(guard: AddressGuard, text: string): string {
  const verdict = guard.read(text);
  return verdict.kind === 'refused' ? verdict.reason : 'accepted';
}

describe('an address is refused', () => {
  it.each([
    ['http://127.0.0.1:5678/', 'a loopback address (127.0.0.1)'],
    ['http://2130706433/', 'a loopback address (127.0.0.1)'],
    ['http://0x7f000001/', 'a loopback address (127.0.0.1)'],
    ['http://0x7f.1/', 'a loopback address (127.0.0.1)'],
    ['http://017700000001/', 'a loopback address (127.0.0.1)'],
    ['http://0177.0.0.01/', 'a loopback address (127.0.0.1)'],
    ['http://127.1/', 'a loopback address (127.0.0.1)'],
    ['http://127.0.0.1./', 'a loopback address (127.0.0.1)'],
    ['http://１２７。０。０。１/', 'a loopback address (127.0.0.1)'],
    ['http://①②⑦.0.0.1/', 'a loopback address (127.0.0.1)'],
    ['http:\\\\127.0.0.1\\', 'a loopback address (127.0.0.1)'],
    ['http:127.0.0.1', 'a loopback address (127.0.0.1)'],
    ['http://127.8.9.10/', 'a loopback address (127.8.9.10)'],
    ['http://[::1]/', 'a loopback address (::1)'],
    ['http://[0:0::0:1]:80/', 'a loopback address (::1)'],
    ['http://[::ffff:127.0.0.1]/', 'a loopback address (::ffff:7f00:1)'],
    ['http://[::ffff:a9fe:a9fe]/', 'a link-local address (::ffff:a9fe:a9fe)'],
    ['http://[64:ff9b::7f00:1]/', 'a loopback address (64:ff9b::7f00:1)'],
    ['http://[64:ff9b::10.1.2.3]/', 'a private address (64:ff9b::a01:203)'],
    ['http://169.254.169.254/latest/meta-data', 'a link-local address (169.254.169.254)'],
    ['http://[fd00:ec2::254]/', 'a private address (fd00:ec2::254)'],
    ['http://100.100.100.200/', 'a private address (100.100.100.200)'],
    ['http://168.63.129.16/', 'the address of a metadata service (168.63.129.16)'],
    ['http://10.0.0.1/', 'a private address (10.0.0.1)'],
    ['http://172.31.255.255/', 'a private address (172.31.255.255)'],
    ['http://192.168.1/', 'a private address (192.168.0.1)'],
    ['http://[fc00::1]/', 'a private address (fc00::1)'],
    ['http://[fec0::1]/', 'a private address (fec0::1)'],
    ['http://[fe80::1]/', 'a link-local address (fe80::1)'],
    ['http://224.0.0.1/', 'a multicast address (224.0.0.1)'],
    ['http://[ff02::1]/', 'a multicast address (ff02::1)'],
    ['http://255.255.255.255/', 'a broadcast address (255.255.255.255)'],
    ['http://0/', 'an address of this machine (0.0.0.0)'],
    ['http://[::]/', 'an address of this machine (::)'],
    // IPv4-compatible, IPv4-translated, NAT64 of a local prefix, 6to4, Teredo, documentation, benchmarks, discard, unassigned.
    ...['[::7f00:1]', '[::ffff:0:7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001::1]', '[2001:db8::1]'].map(
      (host) => [`http://${host}/`, `an address that is not public (${host.slice(1, -1)})`],
    ),
    ...['[100::1]', '[4000::1]', '192.0.0.192', '192.0.2.1', '198.18.0.1', '203.0.113.9', '240.0.0.1'].map((host) => [
      `http://${host}/`,
      `an address that is not public (${host.replace(/[[\]]/g, '')})`,
    ]),
    ...['localhost', 'LOCALHOST.', 'n8n.localhost', 'a.b.localhost.', 'loc%61lhost', 'ⓛocalhost'].map((host) => [
      `http://${host}:5678/x`,
      'this machine itself',
    ]),
  ])('that leads to where only this server gets: %s', (text, where) => {
    expect(reasonOf(closed, text)).toBe(`leads to ${where}`);
  });

  it.each([
    ['http://user@example.com/', 'holds a user name or a password'],
    ['https://user:secret@example.com/', 'holds a user name or a password'],
    ['http://:secret@example.com/', 'holds a user name or a password'],
    ['http://127.0.0.1%2f@example.com/', 'holds a user name or a password'],
    ['file:///etc/passwd', 'begins with file:'],
    ['gopher://example.com/', 'begins with gopher:'],
    ['javascript:alert(1)', 'begins with javascript:'],
    ['ws://example.com/', 'begins with ws:'],
    ['http://[fe80::1%25lo]/', 'is not an address'],
    ['http://[fe80::1%lo]/', 'is not an address'],
    ['http://256.1.1.1/', 'is not an address'],
    ['http://exa mple/', 'is not an address'],
    ['example.com/hook', 'is not an address'],
    ['', 'is not an address'],
  ])('that is none to call: %s', (text, reason) => {
    expect(reasonOf(closed, text)).toBe(reason);
  });

  it('with the setting that opens it, and that of n8n', () => {
    expect(closed.read('http://localhost:5678/webhook-waiting/7')).toMatchObject({
      allowed: expect.stringMatching(/WEBHOOK_ALLOWED_NETWORKS.*n8n.*WEBHOOK_URL/),
    });
  });
});

test.each([
  'https://example.com/hook?run=7',
  'http://example.com:8443/',
  'http://8.8.8.8/',
  'http://[2606:4700::1111]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[64:ff9b::808:808]/',
  'http://localhost.example.com/',
  'http://n8n:5678/webhook-waiting/7',
  'https://bücher.example/',
])('a public address, and a name whatever it leads to, is accepted: %s', (text) => {
  expect(reasonOf(closed, text)).toBe('accepted');
});

describe('networks that are allowed', () => {
  it('are open in every spelling, and no others', () => {
    const guard = guardWith('127.0.0.0/8, 10.1.0.0/16 ,fd00::/8,192.168.7.7');
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', 'localhost', 'a.localhost', '10.1.255.1'])
      expect(reasonOf(guard, `http://${host}/`)).toBe('accepted');
    for (const host of ['[fd12::1]', '192.168.7.7', '[64:ff9b::10.1.2.3]'])
      expect(reasonOf(guard, `http://${host}/`)).toBe('accepted');
    for (const host of ['[::1]', '10.2.0.1', '[fc00::1]', '192.168.7.8', '169.254.169.254'])
      expect(reasonOf(guard, `http://${host}/`)).toMatch(/^leads to/);
  });

  it('open of localhost what they hold of it', () => {
    expect(guardWith('::1').openLoopback).toEqual(['::1']);
    expect(guardWith('0.0.0.0/0,::/0').openLoopback).toEqual(['127.0.0.1', '::1']);
  });

  it.each([
    '10/8',
    '10.0.0.0/33',
    'fd00::/129',
    'localhost',
    '10.0.0.0-10.0.0.9',
    '::ffff:10.0.0.0/104',
    '1.2.3.4/8/9',
  ])('are refused at the start where they are none: %s', (text) => {
    expect(() => guardWith(text)).toThrow(/WEBHOOK_ALLOWED_NETWORKS.*is no network such as/);
  });
});
