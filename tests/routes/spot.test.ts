import { expect, test } from 'vitest';
import type { Spot } from '#core/domain/spot.ts';
import { armGate, confirmAlone } from '#core/ipc/encounter-channels.ts';
import { unlockVault } from '#core/ipc/vault-channels.ts';
import { readSpot, reportSpot } from '#core/ipc/watch-channels.ts';
import { sampleRequest, valueOf } from '../support/vault.ts';
import { call } from './office.ts';
import { officeWithVisit } from './visits.ts';

const { signInName, password } = sampleRequest;
const spot: Spot = {
  step: 'own-view',
  aside: null,
  way: null,
  scrollPx: 140,
  field: { at: 5, caret: 3 },
};

test('where somebody was on the page is known after a lock, once they are alone again', async () => {
  // given
  const { office, id: encounterId } = await officeWithVisit();
  valueOf(await call(office, reportSpot, { encounterId, spot }));
  const read = async () => valueOf(await call(office, readSpot, { encounterId }));

  // when
  office.desk.lock('itself');
  valueOf(await call(office, unlockVault, { signInName, password }));
  const before = await read();
  valueOf(await call(office, confirmAlone, { id: encounterId }));

  // then
  expect(before).toBeNull();
  expect(await read()).toEqual(spot);
});

test('nothing is taken down about a visit that is not open, nor told to a colleague', async () => {
  // given
  const { office, id: encounterId } = await officeWithVisit();
  const other = { ...spot, scrollPx: 7 };
  valueOf(await call(office, reportSpot, { encounterId, spot }));

  // when
  valueOf(await call(office, armGate, null));
  valueOf(await call(office, reportSpot, { encounterId, spot: other }));
  valueOf(await call(office, confirmAlone, { id: encounterId }));

  // then
  expect(valueOf(await call(office, readSpot, { encounterId }))).toEqual(spot);
  valueOf(
    await office.desk.vault.people.add({
      displayName: 'Ombrellino',
      role: 'safeguarding-lead',
      signInName: 'ombrellino',
      password: 'pelican-brocade-fourteen-sump',
    }),
  );
  valueOf(
    await call(office, unlockVault, {
      signInName: 'ombrellino',
      password: 'pelican-brocade-fourteen-sump',
    }),
  );
  valueOf(await call(office, confirmAlone, { id: encounterId }));
  expect(valueOf(await call(office, readSpot, { encounterId }))).toBeNull();
});
