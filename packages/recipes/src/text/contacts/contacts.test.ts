import { describe, expect, test } from 'vitest';
import { contactsIn, foreignContacts, withoutContacts } from './contacts.ts';

describe('contacts', () => {
  test.each([
    ['Visit nine-bars.com or follow @nine_bars.', ['nine-bars.com', '@nine_bars']],
    ['请关注@nine_bars，访问 www.nine.cn', ['@nine_bars', 'www.nine.cn']],
    ['Schreib an info@teig.de!', ['info@teig.de']],
    ['Пишите @parus.ru_1 и https://парус.рф/a', ['@parus.ru_1', 'https://парус.рф/a']],
    ['Meet at 9 @ noon, with C# and Node.js', []],
  ])('are found in "%s"', (text, found) => {
    expect(contactsIn(text).map((contact) => contact.text)).toEqual(found);
  });

  test('leave a text whole around them', () => {
    expect(withoutContacts('Follow @a_b and see b.com now')).toBe('Follow   and see   now');
  });

  test('are foreign where none of the other texts has them, whatever stands before the host', () => {
    expect(foreignContacts('See https://www.nine.com/ and ten.com', ['Link to Nine.com'])).toEqual(['ten.com']);
    expect(foreignContacts('Nothing here', [])).toEqual([]);
  });
});
