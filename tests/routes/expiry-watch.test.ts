import { expect, test } from 'vitest';
import { consentLastsDays } from '#core/domain/consent.ts';
import { createExpiryWatch } from '../../electron/routes/expiry-watch.ts';
import { valueOf } from '../support/vault.ts';
import { agreeTo, officeWithTyping } from './visits.ts';

test('an open window is told when a yes runs out, once, and of the next one too', async () => {
  // given
  const { office, id } = await officeWithTyping();
  let told = 0;
  const watch = createExpiryWatch(office.desk, () => (told += 1));
  watch.look();
  valueOf(await agreeTo(office, id, ['alias']));
  watch.changed();
  office.clock.passDays(1);
  valueOf(await agreeTo(office, id, ['needs']));
  watch.changed();

  // when, then
  const tellings = [];
  for (const days of [consentLastsDays - 2, 1, 0, 1, 0, 10]) {
    office.clock.passDays(days);
    watch.look();
    tellings.push(told);
  }
  expect(tellings).toEqual([0, 1, 1, 2, 2, 2]);

  // when nobody is signed in
  office.desk.lock();
  watch.look();
  expect(told).toBe(2);
});
