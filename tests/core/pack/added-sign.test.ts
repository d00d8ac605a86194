import { expect, test } from 'vitest';
import { addedSignId, isAddedSign, knownSigns, withAddedSigns } from '#core/pack/added-sign.ts';
import { unpacked } from '#core/pack/pack.ts';
import { plainPackOf } from '#core/pack/published.ts';
import { parsePackGently } from '../../../electron/packs/load-pack.ts';
import { readPackFolder } from '../../../electron/packs/pack-source.ts';
import { basePack, clock, contentFolder, found } from '../../support/core.ts';
import { valueOf } from '../../support/vault.ts';

const id = addedSignId('0198c0de-0000-7000-8000-000000000001');
const words = { text: 'Carries a zqtag', hint: 'Ask what it is for.', on: '2031-03-05' };

test('no pack has a sign that could be taken for one of a place', () => {
  const { indicators } = basePack();
  expect(indicators.length).toBeGreaterThan(70);
  expect(indicators.filter(({ id: each }) => isAddedSign(each))).toEqual([]);
  expect(indicators.filter(({ group }) => group === 'place')).toEqual([]);
});

test('a sign is among those offered, or among those that once were', () => {
  const pack = basePack();
  const offered = withAddedSigns(pack, [{ id, ...words, isOffered: true }]);
  const former = withAddedSigns(pack, [{ id, ...words, isOffered: false }]);
  expect(offered.indicators.at(-1)).toMatchObject({ id, text: words.text });
  expect(former.indicators).toEqual(pack.indicators);
  expect(knownSigns(former).at(-1)).toMatchObject({ id, text: words.text });
});

test('a sign that an update leaves out is not offered, and still has its words for a record', async () => {
  const shipped = valueOf(await parsePackGently(valueOf(readPackFolder(contentFolder)), clock));
  const [gone, ...kept] = shipped.indicators;
  const update = {
    origin: { kind: 'update', fingerprint: 'ab', takenOn: '2031-03-05' },
    shipped: { ...shipped, indicators: kept },
  } as const;
  const pack = plainPackOf(unpacked(shipped), { update, corrections: [], signs: [] });
  expect(pack.indicators).toEqual(kept);
  expect(knownSigns(pack)).toContainEqual(found(gone));
});
